import type { ProblemCode } from '../../platform/problem.ts';
import type { CachedKeys } from './cached-keys.ts';
import { decideUse, type KeyScope } from './key.ts';
import { hashOf, isWellFormed } from './key-format.ts';
import { knownHashes } from './known-hashes.ts';

export interface UsableKey {
  readonly id: string;
  readonly organization: string;
  readonly environment: 'sandbox' | 'live';
  readonly requestsPerMinute: number;
  readonly scopes?: readonly KeyScope[];
  /** Of a key that may not do everything: all that it may, see `decideKeyScopes`. */
  readonly onlyScopes?: readonly string[];
  /** Of an access token: the one API that it opens, and what it may do there. A key may do everything. */
  readonly limitedTo?: { readonly api: string; readonly scopes: readonly string[] };
}

export type KeyDecision =
  | { readonly kind: 'usable'; readonly key: UsableKey }
  | {
      readonly kind: 'refused';
      readonly code: Extract<ProblemCode, `key-${string}` | 'token-invalid'>;
      /** What to do about it, for the problem's `detail`. */
      readonly detail: string;
    };

/** Whether a refusal is what somebody gets who tries one key after another. A key that has ended was somebody's. */
export function isGuess(code: ProblemCode): boolean {
  return code === 'key-unknown' || code === 'key-malformed' || code === 'token-invalid';
}

/** Whose key this is, or why it opens nothing. `presented` is the bare key, without `Bearer`. */
export type Authenticate = (presented: string | undefined, now: Date) => Promise<KeyDecision>;

export function authenticator(keys: CachedKeys): Authenticate {
  const hashes = knownHashes();
  return async (presented, now) => {
    if (presented === undefined || presented === '') {
      return refused('key-missing', 'Send a key of this portal as "Authorization: Bearer ptl_test_…".');
    }
    const known = hashes.of(presented);
    if (known === undefined && !isWellFormed(presented)) {
      return refused(
        'key-malformed',
        'A key is ptl_test_ or ptl_live_ and 36 letters and digits, the last 6 of them a checksum. Copy it again, whole.',
      );
    }
    const hash = known ?? hashOf(presented);
    const key = await keys.find(hash);
    if (key === null)
      return refused('key-unknown', 'No such key was issued here, or it ended long ago. Get a new one.');
    if (known === undefined) hashes.keep(presented, hash);
    const decision = decideUse(key, now);
    if (decision.kind === 'usable') return { kind: 'usable', key };
    const since = decision.since.toISOString();
    return decision.code === 'key-expired'
      ? refused('key-expired', `The key ended at ${since}. Get a new one; what it made in the sandbox is still there.`)
      : refused('key-revoked', `The key was revoked at ${since}. Use another key of your organization.`);
  };
}

function refused(code: Extract<ProblemCode, `key-${string}`>, detail: string): KeyDecision {
  return { kind: 'refused', code, detail };
}
