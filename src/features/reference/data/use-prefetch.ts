import { useCallback } from 'react';
import { pageFile, pages } from './files';
import { readAddress } from './page-address';
import { useRelease } from './use-release';

/** Fetches the data of the page at an address ahead of time: to be called when a pointer or the focus comes to a link. */
export function usePrefetch(): (to: string) => void {
  const release = useRelease();
  return useCallback(
    (to) => {
      const address = readAddress(to.replace(/[?#].*$/, ''));
      if (address) pages.prefetch(pageFile(address, release));
    },
    [release],
  );
}
