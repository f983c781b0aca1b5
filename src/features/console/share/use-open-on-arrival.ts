import { useEffect, useEffectEvent } from 'react';
import { isArrival } from './arrival-hash';

/** Opens the console where the page's address brings a request for it: when the page comes, and when the address changes under it. */
export function useOpenOnArrival(isOwnPage: boolean, open: () => void): void {
  const look = useEffectEvent(() => {
    if (isArrival(window.location.hash)) open();
  });
  useEffect(() => {
    if (!isOwnPage) return;
    look();
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, [isOwnPage]);
}
