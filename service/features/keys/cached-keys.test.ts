import { describe, expect, test } from 'vitest';
import { cachedKeys } from './cached-keys.ts';
import type { Key } from './key.ts';

const key = (id: string): Key => ({
  id,
  organization: 'org',
  environment: 'sandbox',
  requestsPerMinute: 1,
  createdAt: new Date(0),
  expiresAt: null,
  revokedAt: null,
});

function setUp(capacity?: number) {
  const asked: string[] = [];
  const time = { ms: 0 };
  const keys = new Map([
    ['a', key('a')],
    ['b', key('b')],
    ['c', key('c')],
  ]);
  const store = {
    findByHash: async (hash: string) => {
      asked.push(hash);
      return keys.get(hash) ?? null;
    },
  };
  const cache = cachedKeys(store, { now: () => new Date(time.ms) }, capacity);
  return { cache, keys, asked, time };
}

describe('a key that was looked up', () => {
  test('is not asked for again within 0.4 seconds, and is after 0.8', async () => {
    const { cache, asked, time } = setUp();
    await cache.find('a');
    time.ms = 399;
    await cache.find('a');
    expect(asked).toEqual(['a']);
    time.ms = 800;
    await cache.find('a');
    expect(asked).toEqual(['a', 'a']);
  });

  test('in steady use is asked for beside the requests, once at a time, and none of them waits', async () => {
    const { cache, keys, asked, time } = setUp();
    await cache.find('a');
    keys.set('a', { ...key('a'), revokedAt: new Date(0) });
    time.ms = 400;
    const [first, second] = await Promise.all([cache.find('a'), cache.find('a')]);
    expect([first?.revokedAt, second?.revokedAt]).toEqual([null, null]);
    expect(asked).toEqual(['a', 'a']);
    expect((await cache.find('a'))?.revokedAt).not.toBeNull();
  });

  test('is asked for again at once when keys changed', async () => {
    const { cache, keys } = setUp();
    await cache.find('a');
    keys.set('a', { ...key('a'), revokedAt: new Date(0) });
    cache.forget();
    expect((await cache.find('a'))?.revokedAt).not.toBeNull();
  });

  test('is not kept when keys changed while the store was asked', async () => {
    const { cache, keys } = setUp();
    const old = cache.find('a');
    keys.set('a', { ...key('a'), revokedAt: new Date(0) });
    cache.forget();
    await old;
    expect((await cache.find('a'))?.revokedAt).not.toBeNull();
  });

  test('pushes the oldest out beyond the capacity', async () => {
    const { cache, asked } = setUp(2);
    for (const hash of ['a', 'b', 'c', 'b', 'c', 'a']) await cache.find(hash);
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });

  test('that is not there is asked for each time', async () => {
    const { cache, asked } = setUp();
    expect([await cache.find('x'), await cache.find('x')]).toEqual([null, null]);
    expect(asked).toEqual(['x', 'x']);
  });
});
