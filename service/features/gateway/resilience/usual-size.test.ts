import { describe, expect, test } from 'vitest';
import { usualSizes } from './usual-size.ts';

function after(count: number, bytes: number) {
  const sizes = usualSizes();
  const add = (one: number) => sizes.add('list', one);
  for (let done = 0; done < count; done += 1) add(bytes + (done % 2 === 0 ? 100 : -100));
  return { add, sizes, small: (times: number) => Array.from({ length: times }, () => add(20).smallInARow) };
}

describe('answers far smaller than usual', () => {
  test('are told from the tenth in a row on', () => {
    const { small, add } = after(60, 5000);
    expect(small(12)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 11, 12]);
    expect(add(4000).smallInARow).toBe(0);
    expect(small(1)).toEqual([0]);
  });

  test('are compared with what is usual, and do not move it', () => {
    const { add, small } = after(60, 5000);
    small(20);
    expect(add(20).usualBytes).toBeGreaterThan(4800);
  });

  test('are usual themselves after five hundred', () => {
    const { small } = after(60, 5000);
    expect(small(500).at(-1)).toBe(500);
    expect(small(100).every((told) => told === 0)).toBe(true);
  });

  test.each([
    ['few answers are known', 25, 5000],
    ['answers are short anyway', 60, 800],
  ])('are not told where %s', (_, count, bytes) => {
    expect(
      after(count, bytes)
        .small(20)
        .every((told) => told === 0),
    ).toBe(true);
  });

  test('of one kind say nothing of another', () => {
    const { sizes } = after(60, 5000);
    for (let count = 0; count < 20; count += 1) expect(sizes.add('get', 20).smallInARow).toBe(0);
  });
});
