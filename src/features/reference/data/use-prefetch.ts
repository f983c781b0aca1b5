import { useCallback } from 'react';
import { pageFile, pages } from './files';
import { readAddress } from './page-address';
import { useReferenceSite } from './reference-site';

/** Fetches the data of the page at an address ahead of time: to be called when a pointer or the focus comes to a link. */
export function usePrefetch(): (to: string) => void {
  const { release } = useReferenceSite();
  return useCallback(
    (to) => {
      const address = readAddress(to.replace(/[?#].*$/, ''));
      if (address) pages.prefetch(pageFile(address, release));
    },
    [release],
  );
}
