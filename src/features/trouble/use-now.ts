import { useEffect, useState } from 'react';

/** The time in milliseconds since 1970, again after so many while it is wanted. */
export function useNow(everyMilliseconds: number, isWanted: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isWanted) return;
    const tell = (): void => setNow(Date.now());
    tell();
    const timer = setInterval(tell, everyMilliseconds);
    return () => clearInterval(timer);
  }, [everyMilliseconds, isWanted]);
  return now;
}
