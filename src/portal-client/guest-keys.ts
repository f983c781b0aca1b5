import type { GuestKey } from './create-portal-client';
import { decideGuestKey, dropGuestKey, heldKey, settleGuestKey, type GuestKeyState, type HeldKey } from './guest-key';
import type { Outcome } from './problem';

/** The one guest key of a page load: in memory only, asked for when first needed, one question in flight. */
export interface GuestKeys {
  readonly state: () => GuestKeyState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly obtain: () => Promise<Outcome<HeldKey>>;
  /** Says that the service no longer takes this key: the next `obtain` asks for another. */
  readonly drop: (key: string) => void;
}

export function createGuestKeys(issue: () => Promise<Outcome<GuestKey>>, now: () => number): GuestKeys {
  let state: GuestKeyState = { kind: 'none' };
  let inFlight: Promise<Outcome<HeldKey>> | null = null;
  const listeners = new Set<() => void>();

  function become(next: GuestKeyState): void {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  }

  async function ask(): Promise<Outcome<HeldKey>> {
    become({ kind: 'asking', current: heldKey(state) });
    const settled = settleGuestKey(await issue(), now());
    inFlight = null;
    become(settled);
    if (settled.kind === 'have') return { kind: 'ok', value: settled.held };
    if (settled.kind === 'failed') return { kind: 'problem', problem: settled.problem };
    throw new Error(`A guest key cannot settle as ${settled.kind}.`);
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async obtain() {
      const decision = decideGuestKey(state, now());
      if (decision.kind === 'use') return { kind: 'ok', value: decision.held };
      inFlight ??= ask();
      return inFlight;
    },
    drop: (key) => become(dropGuestKey(state, key)),
  };
}
