import { breaks, type Effect } from '../../change.ts';
import { LIMITS } from '../limits.ts';
import type { SchemaRule } from '../schema-change.ts';

export const limitsChange: SchemaRule = (before, after, direction) =>
  LIMITS.flatMap(({ keyword, side, words }) => {
    const was = before.limits.get(keyword);
    const is = after.limits.get(keyword);
    if (was === is) return [];
    const isNarrower = was === undefined || (is !== undefined && (side === 'most' ? is < was : is > was));
    const isBreaking = breaks(direction, isNarrower ? 'narrower' : 'wider');
    if (is === undefined) {
      return [
        { rule: `${keyword}-removed`, isBreaking, text: `has no such limit now: ${bare(words(was ?? 0))} before` },
      ];
    }
    const text = `${words(is)}, ${was === undefined ? 'no limit' : bare(words(was))} before`;
    return [{ rule: `${keyword}-${was === undefined ? 'added' : 'changed'}`, isBreaking, text }];
  });

const bare = (words: string) => words.replace(/^(?:has|is) /, '');

export const stepChange: SchemaRule = (before, after, direction) => {
  const was = before.multipleOf;
  const is = after.multipleOf;
  if (was === is) return [];
  const text =
    is === undefined
      ? `is no longer a multiple of ${was}`
      : `is a multiple of ${is}${was === undefined ? ' now' : ` instead of ${was}`}`;
  return [{ rule: 'multiple-changed', isBreaking: breaks(direction, stepEffect(was, is)), text }];
};

function stepEffect(was: number | undefined, is: number | undefined): Effect {
  if (was === undefined) return 'narrower';
  if (is === undefined) return 'wider';
  if (Number.isInteger(is / was)) return 'narrower';
  return Number.isInteger(was / is) ? 'wider' : 'other';
}

export const uniqueChange: SchemaRule = (before, after, direction) => {
  if (before.isUnique === after.isUnique) return [];
  return after.isUnique
    ? [{ rule: 'unique-items', isBreaking: breaks(direction, 'narrower'), text: 'has no item twice now' }]
    : [{ rule: 'repeated-items', isBreaking: breaks(direction, 'wider'), text: 'can have an item twice now' }];
};
