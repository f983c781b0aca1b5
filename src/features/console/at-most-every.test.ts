import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atMostEvery } from './at-most-every';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('passes the first value at once, then the newest of each span, and the last one always', () => {
  const passed: number[] = [];
  const pacer = atMostEvery<number>(100, (value) => passed.push(value));
  for (const value of [1, 2, 3]) pacer.push(value);
  expect(passed).toEqual([1]);
  vi.advanceTimersByTime(100);
  expect(passed).toEqual([1, 3]);
  pacer.push(4);
  vi.advanceTimersByTime(300);
  pacer.push(5);
  expect(passed).toEqual([1, 3, 4, 5]);
});

test('passes nothing once it is stopped', () => {
  const passed: number[] = [];
  const pacer = atMostEvery<number>(100, (value) => passed.push(value));
  pacer.push(1);
  pacer.push(2);
  pacer.stop();
  vi.advanceTimersByTime(1000);
  expect(passed).toEqual([1]);
});
