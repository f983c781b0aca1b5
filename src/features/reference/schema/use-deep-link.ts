import { useEffect } from 'react';
import { useLocation } from '@docusaurus/router';

/** Lets an address lead to a place that is folded or not fetched yet: `#body.holder.email`. */
export function useDeepLink(): void {
  const { hash } = useLocation();
  useEffect(() => {
    const id = decoded(hash.slice(1));
    if (id === '') return;
    const place = document.getElementById(id);
    // The browser has gone there already.
    if (place && !place.closest('details:not([open]), [hidden]')) return;
    void import('./open-place').then(({ openPlace }) => openPlace(id));
  }, [hash]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
