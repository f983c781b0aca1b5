import { expect, test } from 'vitest';
import { drawnBytes } from './drawn-bytes.ts';

test('bytes are drawn many at a time, and each is given once', () => {
  const draws: number[] = [];
  const next = drawnBytes((bytes) => {
    draws.push(bytes);
    return Buffer.alloc(bytes, draws.length);
  });
  const [first, second] = [next(16), next(16)];
  expect([first.length, second.length, draws]).toEqual([16, 16, [4096]]);
  expect(second.byteOffset - first.byteOffset).toBe(16);
  next(4060);
  expect([next(16)[0], draws]).toEqual([2, [4096, 4096]]);
  expect(next(5000)).toHaveLength(5000);
});
