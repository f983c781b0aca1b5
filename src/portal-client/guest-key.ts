import type { GuestKey } from './create-portal-client';
import type { Outcome, PortalProblem } from './problem';

/** A guest key in hand. Times are milliseconds of this browser's clock. */
export interface HeldKey {
  readonly key: string;
  readonly organization: string;
  readonly requestsPerMinute: number;
  readonly receivedAt: number;
  readonly endsAt: number;
}

export type GuestKeyState =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking'; readonly current: HeldKey | null }
  | { readonly kind: 'have'; readonly held: HeldKey }
  | { readonly kind: 'failed'; readonly problem: PortalProblem };

export type GuestKeyDecision = { readonly kind: 'use'; readonly held: HeldKey } | { readonly kind: 'ask' };

const shortestBelievableLife = 60_000;
const renewBeforeEnd = 120_000;

/** Whether a key in hand will do, or a new one is to be asked for: none yet, or the end is two minutes away. */
export function decideGuestKey(state: GuestKeyState, now: number): GuestKeyDecision {
  return state.kind === 'have' && !isDue(state.held, now) ? { kind: 'use', held: state.held } : { kind: 'ask' };
}

/**
 * True where a key is about to end. A key that seems to end as soon as it was received tells of a wrong clock on this
 * device, not of a short life: it is used until the service says that it has expired.
 */
export function isDue(held: HeldKey, now: number): boolean {
  if (held.endsAt - held.receivedAt < shortestBelievableLife) return false;
  return now >= held.endsAt - Math.min(renewBeforeEnd, (held.endsAt - held.receivedAt) / 4);
}

export function settleGuestKey(outcome: Outcome<GuestKey>, now: number): GuestKeyState {
  if (outcome.kind === 'problem') return { kind: 'failed', problem: outcome.problem };
  const { key, organization, requests_per_minute: requestsPerMinute, expires_at: expiresAt } = outcome.value;
  return {
    kind: 'have',
    held: { key, organization, requestsPerMinute, receivedAt: now, endsAt: Date.parse(expiresAt) },
  };
}

/** After an answer `key-expired` or `key-revoked`: the key is dropped, unless a newer one has taken its place. */
export function dropGuestKey(state: GuestKeyState, key: string): GuestKeyState {
  return state.kind === 'have' && state.held.key === key ? { kind: 'none' } : state;
}

/** Whether it is a guest's, and not that of an organization with people. */
export function isGuestKey({ organization }: Pick<HeldKey, 'organization'>): boolean {
  return organization.startsWith('org_guest_');
}

/** The key that is usable now, if there is one: also while its successor is asked for. */
export function heldKey(state: GuestKeyState): HeldKey | null {
  if (state.kind === 'have') return state.held;
  return state.kind === 'asking' ? state.current : null;
}
