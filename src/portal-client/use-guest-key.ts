import { useSyncExternalStore } from 'react';
import type { GuestKeyState } from './guest-key';
import type { GuestKeys } from './guest-keys';

const none: GuestKeyState = { kind: 'none' };

/** The state of the page load's guest key, kept up to date. It does not ask for one: `keys.obtain()` does. */
export function useGuestKey(keys: GuestKeys): GuestKeyState {
  return useSyncExternalStore(keys.subscribe, keys.state, () => none);
}
