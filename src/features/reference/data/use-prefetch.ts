import { useCallback } from 'react';
import { pageFile, pages } from './files';
import { readAddress, type OperationAddress } from './operation-address';
import { useReferenceSite } from './reference-site';

/** Fetches an operation's page data ahead of time: to be called when a pointer or the focus comes to a link. */
export function usePrefetch(): (to: OperationAddress | string) => void {
  const { release } = useReferenceSite();
  return useCallback(
    (to) => {
      const address = typeof to === 'string' ? readAddress(to) : to;
      if (address) pages.prefetch(pageFile(address, release));
    },
    [release],
  );
}
