import { useSyncExternalStore } from 'react';
import { portalAt } from './portal';

/** Changes when somebody else is at the browser: as a `key`, it makes what shows things of the visitor's key begin anew. */
export function useKeyTurn(serviceUrl: string): number {
  return useSyncExternalStore(
    (listener) => portalAt(serviceUrl).keys.subscribe(listener),
    () => portalAt(serviceUrl).keys.turn(),
    () => 0,
  );
}
