import type { Clock } from '../../platform/clock.ts';
import type { NewId } from '../../platform/ids.ts';
import { guestLifetimeSeconds, guestOrganization, newGuestToken } from './guest.ts';
import type { Key } from './key.ts';
import { hashOf, makeKey, type RandomBytes } from './key-format.ts';
import type { KeyStore } from './key-store.ts';

export interface GuestLimits {
  readonly keyLifetimeMinutes: number;
  readonly requestsPerMinute: number;
}

export interface IssuedGuestKey {
  /** Shown once. */
  readonly text: string;
  readonly key: Key & { readonly expiresAt: Date };
  /** Goes into the guest's cookie. */
  readonly token: string;
}

/** Issues a sandbox key to the guest that `token` names, or to a new guest. It is on disk when this resolves. */
export type IssueGuestKey = (token: string | undefined) => Promise<IssuedGuestKey>;

export function guestKeyIssuer(deps: {
  readonly store: KeyStore;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly random: RandomBytes;
  readonly limits: GuestLimits;
}): IssueGuestKey {
  return async (known) => {
    const token = known ?? newGuestToken(deps.random);
    const now = deps.clock.now();
    const text = makeKey('sandbox', deps.random);
    const key = {
      id: deps.newId('key'),
      organization: guestOrganization(token),
      environment: 'sandbox' as const,
      requestsPerMinute: deps.limits.requestsPerMinute,
      createdAt: now,
      expiresAt: new Date(now.getTime() + deps.limits.keyLifetimeMinutes * 60_000),
      revokedAt: null,
    };
    await deps.store.add(key, hashOf(text));
    // Guests leave many keys behind; those are known as expired for as long as the guest itself, then unknown.
    await deps.store.removeExpired(new Date(now.getTime() - guestLifetimeSeconds * 1000));
    return { text, key, token };
  };
}
