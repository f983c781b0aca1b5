import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrPath } from './qr-path';

/** What a path of rectangles covers. */
function covered(path: string, size: number): boolean[][] {
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let place = Number(x); place < Number(x) + Number(length); place += 1) {
      const row = modules[Number(y)] ?? [];
      expect(row[place]).toBe(false);
      row[place] = true;
    }
  }
  return modules;
}

test('covers the dark modules, each once, and no other', () => {
  const uri =
    'otpauth://totp/Portolan:ada%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Portolan&period=30';
  const { data, size } = encode(uri, { ecc: 'M', border: 0 });
  expect(covered(qrPath(data), size)).toEqual(data);
  // The finder patterns: a dark row of seven in three corners.
  expect(qrPath(data)).toMatch(new RegExp(`^M0 0h7v1h-7z.*M${size - 7} 0h7v1h-7z`));
});

test('joins what is dark side by side', () => {
  expect(
    qrPath([
      [true, true, false, true],
      [false, false, false, false],
    ]),
  ).toBe('M0 0h2v1h-2zM3 0h1v1h-1z');
});
