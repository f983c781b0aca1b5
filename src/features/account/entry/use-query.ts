import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** What the page's address says behind `?`, under that name. Null on the server, which knows the path only. */
export function useQuery(name: string): string | null {
  return useSyncExternalStore(
    never,
    () => new URLSearchParams(location.search).get(name),
    () => null,
  );
}
