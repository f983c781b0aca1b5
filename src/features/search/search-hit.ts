import type { ExcerptPart } from './excerpt';
import { TIER, type Match } from './match-name';

/** `section`: the page of a tag, an overview, a list of changes. `field`: a parameter or a property. */
export type HitKind = 'operation' | 'webhook' | 'schema' | 'field' | 'section' | 'guide';

/** One line in the list of results. */
export interface SearchHit {
  readonly href: string;
  readonly kind: HitKind;
  readonly title: string;
  /** The section of a guide that matches best. */
  readonly section?: string;
  readonly method?: string;
  /** An operation's path. */
  readonly path?: string;
  /** Where a field is: `request body of Create an offer`. */
  readonly where?: string;
  /** Which API and version it is of, where the reader is not in it. */
  readonly source?: string;
  readonly deprecated: boolean;
  readonly excerpt: readonly ExcerptPart[];
  /** The best has the least; see {@link rankOf}. */
  readonly rank: number;
}

/** Where a hit is, seen from the reader: in the version that they read, in its API, elsewhere, or in a deprecated version. */
export const ORIGIN = { here: 0, sameApi: 1, elsewhere: 2, deprecated: 3 } as const;
type Origin = (typeof ORIGIN)[keyof typeof ORIGIN];

/** Of what matches equally well. */
const KINDS: readonly HitKind[] = ['operation', 'webhook', 'schema', 'section', 'guide', 'field'];

/**
 * How well it matches, then how near it is to the reader, then how much else it is about. Deprecated operations give way to
 * others; webhooks and schemas to operations that have the word later in their names: platforms have many of the same beginning.
 */
export function rankOf(kind: HitKind, { tier, extra }: Match, origin: Origin, isDeprecated = false): number {
  const isBeside = kind === 'webhook' || (kind === 'schema' && tier <= TIER.beginning);
  const givesWay = (isDeprecated ? 500 : 0) + (isBeside && tier > TIER.exact ? 10_500 : 0);
  return tier * 10_000 + origin * 1_000 + givesWay + Math.min(extra, 40) * 10 + KINDS.indexOf(kind);
}
