/** `portal:team`: what the team sees and does in the portal's own API. */
export type KeyScope = 'portal:team';

/** A key as it is stored: everything but the key itself, of which there is only the hash. */
export interface Key {
  readonly id: string;
  readonly organization: string;
  readonly environment: 'sandbox' | 'live';
  readonly requestsPerMinute: number;
  /** What it opens beside the gateway; none: the gateway only. */
  readonly scopes?: readonly KeyScope[];
  /** All that it may do, as `decideKeyScopes` reads it; none: whatever its organization may. */
  readonly onlyScopes?: readonly string[];
  /** What the people of its organization call it. Keys of guests and sessions have none, and are not listed. */
  readonly label?: string;
  /** Its first characters, by which somebody who has it knows it again. */
  readonly hint?: string;
  /** The id of the person. */
  readonly madeBy?: string;
  readonly createdAt: Date;
  /** Null: does not end by itself. */
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

export type UseDecision =
  | { readonly kind: 'usable' }
  | { readonly kind: 'refused'; readonly code: 'key-expired' | 'key-revoked'; readonly since: Date };

/** Whether a key opens anything now. A key that is both revoked and expired counts as revoked. */
export function decideUse(key: Key, now: Date): UseDecision {
  if (key.revokedAt !== null) return { kind: 'refused', code: 'key-revoked', since: key.revokedAt };
  if (key.expiresAt !== null && key.expiresAt <= now) {
    return { kind: 'refused', code: 'key-expired', since: key.expiresAt };
  }
  return { kind: 'usable' };
}
