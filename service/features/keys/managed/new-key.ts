import type { ProblemPlace } from '../../../platform/problem.ts';
import type { KeyEnvironment } from '../key-format.ts';
import type { GrantableScope } from '../key-scopes.ts';

/** How long keys may live, and what they may do. */
export interface KeyPolicy {
  /** Null: a key may live as long as one likes, and without an end. */
  readonly longestDays: number | null;
  readonly requestsPerMinute: number;
}

/** As it is asked for. */
export interface WantedManagedKey {
  readonly label: string;
  readonly environment: KeyEnvironment;
  /** Null: whatever the organization may. */
  readonly scopes: readonly string[] | null;
  /** Null: it does not end by itself. */
  readonly expiresInDays: number | null;
}

export type NewKeyDecision =
  | { readonly kind: 'issue' }
  | { readonly kind: 'invalid'; readonly places: readonly ProblemPlace[] }
  | { readonly kind: 'not-launched' };

/** Whether a key can be issued as it is wanted. All that is wrong is told at once. */
export function decideNewKey(
  wanted: WantedManagedKey,
  known: { readonly policy: KeyPolicy; readonly grantable: readonly GrantableScope[]; readonly hasLaunched: boolean },
): NewKeyDecision {
  const { longestDays } = known.policy;
  const options = new Set(known.grantable.map(({ name }) => name));
  const places: ProblemPlace[] = (wanted.scopes ?? []).flatMap((scope, index) =>
    options.has(scope)
      ? []
      : [{ in: 'body' as const, at: `/scopes/${index}`, message: `must be one of ${[...options].join(', ')}` }],
  );
  if (longestDays !== null && (wanted.expiresInDays === null || wanted.expiresInDays > longestDays)) {
    places.push({ in: 'body', at: '/expires_in_days', message: `must be a number of days from 1 to ${longestDays}` });
  }
  if (places.length > 0) return { kind: 'invalid', places };
  return wanted.environment === 'live' && !known.hasLaunched ? { kind: 'not-launched' } : { kind: 'issue' };
}
