import { describe, expect, test } from 'vitest';
import { fakeTiming } from '../resilience/timing.fixture.ts';
import type { TokenReading } from './read-token.ts';
import { TokenFailure } from './token-failure.ts';
import { tokenSource } from './token-source.ts';

function start(seconds = 600) {
  const timing = fakeTiming();
  const waiting: ((reading: TokenReading) => void)[] = [];
  const failures: string[] = [];
  const source = tokenSource(
    () => new Promise((resolve) => waiting.push(resolve)),
    timing,
    ({ message }) => failures.push(message),
  );
  const give = async (token: string) => {
    waiting.at(-1)?.({ kind: 'given', given: { token, seconds } });
    await Promise.resolve();
  };
  const asked = () => waiting.length;
  const fail = (kind: 'refused' | 'failed') => waiting.at(-1)?.({ kind, error: 'invalid_client' });
  return { ...source, timing, give, fail, asked, failures };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a token', () => {
  test('is fetched once for fifty requests at the same time, and held', async () => {
    const { take, give, asked } = start();
    const all = Promise.all(Array.from({ length: 50 }, take));
    await give('t1');
    expect(new Set(await all)).toEqual(new Set(['t1']));
    expect([await take(), asked()]).toEqual(['t1', 1]);
  });

  test('is renewed before its end, while the old one is sent on', async () => {
    const { take, give, asked, timing } = start();
    const first = take();
    await give('t1');
    await first;
    timing.pass(539_000);
    expect([await take(), asked()]).toEqual(['t1', 1]);
    timing.pass(1000);
    expect([await take(), await take(), asked()]).toEqual(['t1', 't1', 2]);
    await give('t2');
    await settled();
    expect([await take(), asked()]).toEqual(['t2', 2]);
  });

  test('that lives for ten seconds is renewed with a fifth left, and never sent in its last', async () => {
    const { take, give, asked, timing } = start(10);
    const first = take();
    await give('t1');
    await first;
    timing.pass(8000);
    expect([await take(), asked()]).toEqual(['t1', 2]);
    timing.pass(1000);
    const second = take();
    await give('t2');
    expect(await second).toBe('t2');
  });

  test('that cannot be renewed is sent until its end', async () => {
    const { take, give, fail, timing } = start();
    const first = take();
    await give('t1');
    await first;
    timing.pass(550_000);
    await take();
    fail('failed');
    await settled();
    expect(await take()).toBe('t1');
    timing.pass(45_000);
    const late = take();
    fail('failed');
    await expect(late).rejects.toThrow(TokenFailure);
  });

  test('that the upstream refuses is thrown away, once in ten seconds', async () => {
    const { take, give, asked, refuse, timing } = start();
    const first = take();
    await give('t1');
    await first;
    expect(refuse('t1')).toBe(true);
    const second = take();
    await give('t2');
    expect([await second, asked()]).toEqual(['t2', 2]);
    // Of the requests that had the first one, each may try the second.
    expect(refuse('t1')).toBe(true);
    expect([refuse('t2'), await take(), asked()]).toEqual([false, 't2', 2]);
    timing.pass(10_000);
    expect(refuse('t2')).toBe(true);
  });
});

describe('a token endpoint that gives none', () => {
  test('is told, and not asked again for a second', async () => {
    const { take, fail, asked, failures, timing } = start();
    const both = Promise.allSettled([take(), take()]);
    fail('refused');
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(take()).rejects.toMatchObject({ isRefusal: true, message: 'invalid_client' });
    expect([asked(), failures]).toEqual([1, ['invalid_client']]);
    timing.pass(1000);
    void take().catch(() => undefined);
    expect(asked()).toBe(2);
  });
});
