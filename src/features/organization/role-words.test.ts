import { expect, test } from 'vitest';
import { roleTitle, stateWords } from './role-words';

test.each([
  ['pending', 'waits until 5 Dec 2026', 'Dec 5, 2026'],
  ['expired', 'expired on 5 Dec 2026', 'Dec 5, 2026'],
  ['accepted', 'accepted', 'accepted'],
] as const)('an invitation that is %s says what became of it', (state, _, part) => {
  expect(stateWords({ state, expires_at: '2026-12-05T12:00:00.000Z' })).toContain(part);
});

test('a role has a title', () => {
  expect(roleTitle('developer')).toBe('Developer');
});
