import { useSyncExternalStore } from 'react';

/** Whole seconds until `until` (milliseconds, as `Date.now()`), counted down; 0 from then on. */
export function useSecondsLeft(until: number): number {
  return useSyncExternalStore(
    eachSecond,
    () => Math.max(0, Math.ceil((until - Date.now()) / 1000)),
    () => 0,
  );
}

function eachSecond(listener: () => void): () => void {
  const timer = setInterval(listener, 1000);
  return () => clearInterval(timer);
}
