import type { GuestKey } from './create-portal-client';
import { decideGuestKey, dropGuestKey, heldKey, settleGuestKey, type GuestKeyState, type HeldKey } from './guest-key';
import type { Outcome } from './problem';

/** The one key of a page load, a guest's or a session's: in memory only, asked for when first needed, one question in flight. */
export interface GuestKeys {
  readonly state: () => GuestKeyState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly obtain: () => Promise<Outcome<HeldKey>>;
  /** Says that the service no longer takes this key: the next `obtain` asks for another. */
  readonly drop: (key: string) => void;
  /** Says that somebody else is at the browser now: the key in hand, and one that is on its way, are not theirs. */
  readonly forget: () => void;
  /** How often it was somebody else: what shows things of a key begins anew with each. */
  readonly turn: () => number;
}

export function createGuestKeys(issue: () => Promise<Outcome<GuestKey>>, now: () => number): GuestKeys {
  let state: GuestKeyState = { kind: 'none' };
  let turn = 0;
  let inFlight: Promise<Outcome<HeldKey>> | null = null;
  const listeners = new Set<() => void>();

  function become(next: GuestKeyState): void {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  }

  async function ask(): Promise<Outcome<HeldKey>> {
    become({ kind: 'asking', current: heldKey(state) });
    const asked = turn;
    const settled = settleGuestKey(await issue(), now());
    if (asked !== turn) return obtain();
    inFlight = null;
    become(settled);
    if (settled.kind === 'have') return { kind: 'ok', value: settled.held };
    if (settled.kind === 'failed') return { kind: 'problem', problem: settled.problem };
    throw new Error(`A guest key cannot settle as ${settled.kind}.`);
  }

  async function obtain(): Promise<Outcome<HeldKey>> {
    const decision = decideGuestKey(state, now());
    if (decision.kind === 'use') return { kind: 'ok', value: decision.held };
    inFlight ??= ask();
    return inFlight;
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    obtain,
    drop: (key) => become(dropGuestKey(state, key)),
    forget() {
      turn += 1;
      inFlight = null;
      // Told always: also where nothing is in hand, somebody may be showing what an earlier key opened.
      become({ kind: 'none' });
    },
    turn: () => turn,
  };
}
