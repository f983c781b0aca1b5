import { expect, test } from 'vitest';
import { preferencesOf } from './preferences.ts';

const cases: readonly [name: string, field: string, want: Record<string, string>][] = [
  ['one', 'code=503', { code: '503' }],
  ['several, in any letter case', 'Code=503, respond-async ,WAIT=10', { code: '503', 'respond-async': '', wait: '10' }],
  ['the first of a name', 'code=503, code=404', { code: '503' }],
  ['a quoted value with commas', String.raw`example="a, \"b\"; c", code=200`, { example: 'a, "b"; c', code: '200' }],
  ['parameters are left out', 'code = 503; foo="a;b,c"; bar, wait=1', { code: '503', wait: '1' }],
  ['what is no preference is passed over', ', =x, (y)=1, code=503', { code: '503' }],
  ['a quote that is not closed', 'code="503, wait=1', { code: '"503, wait=1' }],
  ['nothing', '', {}],
];

test.each(cases)('Prefer: %s', (_name, field, want) => {
  expect(Object.fromEntries(preferencesOf(field))).toEqual(want);
});

test('a field of a megabyte of signs that open something is read in one pass', () => {
  const field = `${'",;=\\'.repeat(200_000)}`;
  expect([...preferencesOf(field).keys()].every((name) => name !== '')).toBe(true);
});
