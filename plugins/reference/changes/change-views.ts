import { groupChanges, type Change } from '../../../contract/changes/index.ts';
import type { ChangeView } from '../../../contract/reference-page.ts';

const MOST_IN_PAGE = 3000;
const MOST_IN_OPERATION = 80;
const LEAST_IN_OPERATION = 3;

/** How many lines an operation may have, so that a page of a thousand changed operations can still be opened. */
export function mostViews(operations: number): number {
  const fair = Math.floor(MOST_IN_PAGE / Math.max(1, operations));
  return Math.min(MOST_IN_OPERATION, Math.max(LEAST_IN_OPERATION, fair));
}

/** An operation's changes as they are shown; where there are more than `most`, those that break stay first. */
export function changeViews(
  changes: readonly Change[],
  most: number,
): { readonly views: readonly ChangeView[]; readonly more: number } {
  const all = groupChanges(changes);
  const kept = new Set(
    all.length <= most ? all : [...all].sort((left, right) => rank(left) - rank(right)).slice(0, most),
  );
  const views = all.filter((group) => kept.has(group)).map(({ where, ...group }) => ({ place: where, ...group }));
  return { views, more: all.length - views.length };
}

const rank = ({ isBreaking }: { readonly isBreaking: boolean }) => (isBreaking ? 0 : 1);
