import { breaks, type Effect } from '../../change.ts';
import type { SchemaRule } from '../schema-change.ts';

/** Formats of which the second takes everything that the first does. */
const WIDER: readonly (readonly [string, string])[] = [
  ['int32', 'int64'],
  ['float', 'double'],
  ['uri', 'uri-reference'],
  ['uri', 'iri'],
  ['email', 'idn-email'],
];

export const formatChange: SchemaRule = (before, after, direction) => {
  const was = before.format;
  const is = after.format;
  if (was === is) return [];
  const text =
    is === undefined
      ? `no longer has the format ${was}`
      : `has the format ${is}${was === undefined ? ' now' : ` instead of ${was}`}`;
  return [{ rule: 'format-changed', isBreaking: breaks(direction, formatEffect(was, is)), text }];
};

function formatEffect(was: string | undefined, is: string | undefined): Effect {
  if (was === undefined) return 'narrower';
  if (is === undefined) return 'wider';
  if (WIDER.some(([narrow, wide]) => was === narrow && is === wide)) return 'wider';
  return WIDER.some(([narrow, wide]) => is === narrow && was === wide) ? 'narrower' : 'other';
}

/** Whether one expression takes more than another cannot be told. */
export const patternChange: SchemaRule = (before, after, direction) => {
  const was = before.patterns.join(' and ');
  const is = after.patterns.join(' and ');
  if (was === is) return [];
  if (is === '') {
    return [
      { rule: 'pattern-removed', isBreaking: breaks(direction, 'wider'), text: `no longer needs to match ${was}` },
    ];
  }
  const isBreaking = breaks(direction, was === '' ? 'narrower' : 'other');
  const text = was === '' ? `matches ${is} now` : `matches ${is} instead of ${was}`;
  return [{ rule: was === '' ? 'pattern-added' : 'pattern-changed', isBreaking, text }];
};
