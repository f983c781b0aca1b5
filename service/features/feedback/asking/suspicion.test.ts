import { expect, test } from 'vitest';
import { suspicion, type SuspectedItem } from './suspicion.ts';

const now = new Date('2026-11-21T10:00:00.000Z');
const proof = { givenAt: new Date(now.getTime() - 5000), expires: now, signature: 's', isFresh: true };
const fair: SuspectedItem = { item: { comment: 'It is wrong.', email: null }, trap: '', proof, isKnown: false, now };

test.each<[string, Partial<SuspectedItem>, string | null]>([
  ['with words and a fresh proof is not held', {}, null],
  ['in which the field was filled that nobody sees', { trap: 'https://spam.example' }, 'trap'],
  ['… is held even from somebody known', { trap: 'x', isKnown: true }, 'trap'],
  ['without a proof', { proof: null }, 'no-proof'],
  ['without a proof, from somebody known', { proof: null, isKnown: true }, null],
  ['without a proof and without words', { proof: null, item: { comment: null, email: null } }, null],
  ['without a proof and with an address only', { proof: null, item: { comment: null, email: 'a@b.c' } }, 'no-proof'],
  ['with a proof that was spent', { proof: { ...proof, isFresh: false } }, 'proof-reused'],
  ['faster than one reads', { proof: { ...proof, givenAt: new Date(now.getTime() - 1499) } }, 'too-quick'],
])('feedback %s', (_, given, held) => {
  expect(suspicion({ ...fair, ...given })).toBe(held);
});
