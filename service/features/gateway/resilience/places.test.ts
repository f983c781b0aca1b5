import { describe, expect, test } from 'vitest';
import { places } from './places.ts';
import { fakeTiming } from './timing.fixture.ts';

const here = new AbortController().signal;

function start() {
  const timing = fakeTiming();
  return { timing, ...places({ atOnce: 2, waiting: 2, waitSeconds: 3 }, timing) };
}

describe('a place', () => {
  test('is given at once as long as there are any', async () => {
    const { take } = start();
    expect([await take(here), await take(here)]).toEqual([expect.any(Function), expect.any(Function)]);
  });

  test('is waited for in a line, first come first served', async () => {
    const { take } = start();
    const [first, second] = [await take(here), await take(here)];
    const order: string[] = [];
    const third = take(here).then((leave) => (order.push('third'), leave));
    const fourth = take(here).then((leave) => (order.push('fourth'), leave));
    first?.();
    first?.();
    await third;
    expect(order).toEqual(['third']);
    second?.();
    expect([await fourth, order]).toEqual([expect.any(Function), ['third', 'fourth']]);
  });

  test('is refused at once where the line is full, and after its time to who stands in it', async () => {
    const { take, timing } = start();
    const [leave] = [await take(here), await take(here)];
    const waiting = [take(here), take(here)];
    expect(await take(here)).toBeNull();
    timing.pass(3000);
    expect(await Promise.all(waiting)).toEqual([null, null]);
    leave?.();
    expect(await take(here)).toEqual(expect.any(Function));
  });

  test('is not kept for a client that goes away', async () => {
    const { take } = start();
    const [leave] = [await take(here), await take(here)];
    const gone = new AbortController();
    const left = take(gone.signal);
    const next = take(here);
    gone.abort();
    expect([await left, await take(gone.signal)]).toEqual([null, null]);
    leave?.();
    expect(await next).toEqual(expect.any(Function));
  });
});
