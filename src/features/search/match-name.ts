import type { NamedPage } from './named-page';
import type { Query } from './query';

/** How well a name is what was asked for, the best first. Fields stand between: a word like `user` names many of them. Of guides a section's
 * title says less than a page's. */
export const TIER = {
  exact: 0,
  beginning: 1,
  phrase: 1.2,
  exactField: 1.5,
  words: 2,
  sectionWords: 2.2,
  fieldBeginning: 2.5,
  otherWords: 3,
  part: 4,
  text: 5,
} as const;

export interface Match {
  readonly tier: number;
  /** How much of the name was not asked for, in words; fewer is better. */
  readonly extra: number;
}

/** Whether and how well a page is named by a query. The first method of `get offers` is taken as a word of a title, too. */
export function matchName(page: NamedPage, query: Query): Match | undefined {
  const whole = matchWhole(page, query);
  if (query.method === undefined || page.method !== query.method) return whole;
  const rest = query.rest ? matchWhole(page, query.rest) : { tier: TIER.otherWords, extra: 0 };
  return better(whole, rest);
}

function matchWhole(page: NamedPage, query: Query): Match | undefined {
  const { text, bare } = query;
  const extra = Math.max(0, page.words.length - query.words.length);
  if (page.names.some((name) => name === text || name === bare)) return { tier: TIER.exact, extra: 0 };
  if (query.segments.length > 0) return matchPath(page, query);
  if (page.names.some((name) => name.startsWith(text) || name.startsWith(bare))) return { tier: TIER.beginning, extra };
  if (bare.includes(' ') && page.names.some((name) => name.includes(` ${bare}`))) return { tier: TIER.phrase, extra };
  return (
    matchWords(page, query.words, extra) ?? matchWords(page, query.parts, extra) ?? matchInside(page, query, extra)
  );
}

/** A path as the contract writes it or as a request has it, whole or its beginning; an address may have a base path before it. */
function matchPath({ segments, names }: NamedPage, { segments: asked, text }: Query): Match | undefined {
  const more = segments.length - asked.length;
  if (more <= 0 && segments.length > 0) {
    const isSame = segments.every((segment, index) => isSegment(segment, asked[index - more] ?? '', more === 0));
    if (isSame && segments.some((segment) => !segment.startsWith('{'))) return { tier: TIER.beginning, extra: -more };
  }
  const begins = names.some((name) => name.startsWith(text) || name.startsWith(`/${text}`));
  if (begins) return { tier: TIER.beginning, extra: Math.max(more, 0) };
  return names.some((name) => name.includes(text)) ? { tier: TIER.part, extra: segments.length } : undefined;
}

const isSegment = (segment: string, asked: string, isTemplate: boolean) =>
  segment === asked || (segment.startsWith('{') && (isTemplate || !asked.startsWith('{')));

function matchWords(page: NamedPage, asked: readonly string[], extra: number): Match | undefined {
  if (asked.length === 0) return undefined;
  if (asked.every((word) => beginsOne(page.words, word))) return { tier: TIER.words, extra };
  const isFound = (word: string) =>
    beginsOne(page.words, word) || beginsOne(page.otherWords, word) || page.method === word;
  return asked.every(isFound) ? { tier: TIER.otherWords, extra } : undefined;
}

export function beginsOne(words: readonly string[], asked: string): boolean {
  return words.some((word) => word.startsWith(asked));
}

/** Letters within a name; fewer than three say nothing. */
function matchInside({ names }: NamedPage, { text, words }: Query, extra: number): Match | undefined {
  if (text.length < 3) return undefined;
  const isInside =
    names.some((name) => name.includes(text)) || names.some((name) => words.every((word) => name.includes(word)));
  return isInside && words.length > 0 ? { tier: TIER.part, extra } : undefined;
}

function better(one: Match | undefined, other: Match | undefined): Match | undefined {
  if (!one || !other) return one ?? other;
  return one.tier <= other.tier ? one : other;
}
