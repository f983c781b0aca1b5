import { useSyncExternalStore } from 'react';
import { heldKey } from './guest-key';
import type { GuestKeys } from './guest-keys';

const known = new Map<string, GuestKeys>();
const listeners = new Set<() => void>();

/** Tells of the keys of a service as soon as something on the page holds them. */
export function announceKeys(serviceUrl: string, keys: GuestKeys): void {
  known.set(serviceUrl, keys);
  keys.subscribe(tell);
  tell();
}

/** The key that the visitor has of a service, if some part of the page has asked for one. It asks for none, and needs no client. */
export function useHeldKey(serviceUrl: string): string | null {
  return useSyncExternalStore(
    follow,
    () => {
      const keys = known.get(serviceUrl);
      return keys ? (heldKey(keys.state())?.key ?? null) : null;
    },
    () => null,
  );
}

function tell(): void {
  for (const listener of listeners) listener();
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
