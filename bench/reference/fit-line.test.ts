import { expect, test } from 'vitest';
import { fitLine } from './fit-line.ts';

test('points on a line give that line', () => {
  const line = fitLine([1, 2, 10].map((x) => ({ x, y: 3 + 2 * x })));
  expect(line.at0).toBeCloseTo(3);
  expect(line.slope).toBeCloseTo(2);
  expect(line.r2).toBeCloseTo(1);
});

test('points that lie beside it are explained in part only', () => {
  expect(
    fitLine([
      { x: 0, y: 0 },
      { x: 1, y: 3 },
      { x: 2, y: 2 },
    ]).r2,
  ).toBeLessThan(0.9);
});
