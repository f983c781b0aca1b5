import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { takeTurns } from './take-turns.ts';

test('works of one name never overlap, those of two names do; a failure ends only its own turn', async () => {
  const inTurn = takeTurns();
  const running = { a: 0, b: 0 };
  let most = 0;
  let together = false;
  const work = (name: 'a' | 'b', fails: boolean) => async () => {
    running[name] += 1;
    most = Math.max(most, running[name]);
    together ||= running.a > 0 && running.b > 0;
    await nextTurn();
    running[name] -= 1;
    if (fails) throw new Error('on purpose');
    return name;
  };
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) => inTurn(n % 2 === 0 ? 'a' : 'b', work(n % 2 === 0 ? 'a' : 'b', n % 5 === 0))),
  );
  expect([most, together]).toEqual([1, true]);
  expect(results.filter((result) => result.status === 'rejected')).toHaveLength(4);
});
