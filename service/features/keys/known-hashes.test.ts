import { expect, test } from 'vitest';
import { authenticator } from './authenticate.ts';
import type { Key } from './key.ts';
import { hashOf, makeKey } from './key-format.ts';
import { knownHashes } from './known-hashes.ts';

test('beyond the capacity, the key that came first is forgotten', () => {
  const hashes = knownHashes(2);
  for (const key of ['a', 'b', 'c']) hashes.keep(key, `hash of ${key}`);
  expect(['a', 'b', 'c'].map((key) => hashes.of(key))).toEqual([undefined, 'hash of b', 'hash of c']);
});

test('a key that is known is still looked up each time: what was revoked opens nothing', async () => {
  const text = makeKey('live', (bytes) => new Uint8Array(bytes));
  const asked: string[] = [];
  const answers: (Key | null)[] = [];
  const authenticate = authenticator({
    find: async (hash) => {
      asked.push(hash);
      return answers.shift() ?? null;
    },
    forget: () => undefined,
  });
  const key = { id: 'key_1', revokedAt: null, expiresAt: null } as unknown as Key;
  answers.push(key, key, { ...key, revokedAt: new Date(0) }, null);
  const now = new Date(1000);
  const kinds = [];
  for (let count = 0; count < 4; count += 1) {
    const decision = await authenticate(text, now);
    kinds.push(decision.kind === 'usable' ? decision.kind : decision.code);
  }
  expect(kinds).toEqual(['usable', 'usable', 'key-revoked', 'key-unknown']);
  expect(asked).toEqual(Array.from({ length: 4 }, () => hashOf(text)));
});
