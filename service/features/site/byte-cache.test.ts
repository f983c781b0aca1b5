import { expect, test } from 'vitest';
import { byteCache } from './byte-cache.ts';

const bytes = (length: number) => Buffer.alloc(length);

test('what was used longest ago makes room', () => {
  const cache = byteCache(100);
  for (const key of ['a', 'b', 'c', 'd']) cache.set(key, bytes(25));
  cache.get('a');
  cache.set('e', bytes(25));
  expect(['a', 'b', 'c', 'd', 'e'].filter((key) => cache.get(key) !== undefined)).toEqual(['a', 'c', 'd', 'e']);
});

test('the same key counts once', () => {
  const cache = byteCache(100);
  cache.set('a', bytes(25));
  for (let times = 0; times < 10; times += 1) cache.set('b', bytes(25));
  expect(cache.get('a')).toHaveLength(25);
});

test('one large value does not drive all others out', () => {
  const cache = byteCache(100);
  cache.set('a', bytes(20));
  cache.set('b', bytes(26));
  expect([cache.get('a')?.length, cache.get('b')]).toEqual([20, undefined]);
});
