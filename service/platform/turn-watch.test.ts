import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { turnWatch } from './turn-watch.ts';

test('what is reached late in a turn is late, and what comes in the next turn is not', async () => {
  let now = 1000;
  const turn = turnWatch(() => now, 25, 2);
  expect(turn.isLate()).toBe(false);
  now += 25;
  expect(turn.isLate()).toBe(false);
  now += 1;
  expect([turn.isLate(), turn.isLate()]).toEqual([true, true]);
  await nextTurn();
  expect(turn.isLate()).toBe(false);
  now += 20;
  expect(turn.isLate()).toBe(false);
});

test('few at once are begun, however long they take', () => {
  let now = 0;
  const turn = turnWatch(() => (now += 1000), 25, 100);
  expect(Array.from({ length: 100 }, () => turn.isLate())).not.toContain(true);
  expect(turn.isLate()).toBe(true);
});
