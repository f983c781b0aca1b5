import { expect, test } from 'vitest';
import { roleTitle, roleWords, stateWords } from './role-words';

test.each([
  ['pending', 'waits until 5 Dec 2026'],
  ['expired', 'expired on 5 Dec 2026'],
  ['accepted', 'accepted'],
  ['cancelled', 'cancelled'],
] as const)('an invitation that is %s says what became of it', (state, words) => {
  expect(stateWords({ state, expires_at: '2026-12-05T12:00:00.000Z' })).toBe(words);
});

test('a role has a title, and words for who has it', () => {
  expect([roleTitle('developer'), roleWords('developer'), roleWords('owner')]).toEqual([
    'Developer',
    'a developer',
    'an owner',
  ]);
});
