import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hashOf, isWellFormed, makeKey } from './key-format.ts';

describe('a key', () => {
  const key = makeKey('sandbox', randomBytes);

  test('shows its environment and has 36 letters and digits after it', () => {
    expect(key).toMatch(/^ptl_test_[0-9A-Za-z]{36}$/);
    expect(makeKey('live', randomBytes)).toMatch(/^ptl_live_[0-9A-Za-z]{36}$/);
  });

  test('is well-formed, and is not with any one character changed', () => {
    expect(isWellFormed(key)).toBe(true);
    for (let place = 0; place < key.length; place += 1) {
      const other = key.charAt(place) === 'x' ? 'y' : 'x';
      expect(isWellFormed(key.slice(0, place) + other + key.slice(place + 1))).toBe(false);
    }
  });

  test('has the CRC-32 of the rest at its end, in base 62', () => {
    // Computed apart, with Python's zlib.
    const zeros = makeKey('sandbox', (bytes) => new Uint8Array(bytes));
    expect(zeros).toBe('ptl_test_0000000000000000000000000000000dVK74');
  });

  test.each(['', 'ptl_test_', `${key} `, key.toUpperCase(), 'ptl_test_EXAMPLEexampleEXAMPLEexample00000000'])(
    '%j is not one',
    (text) => {
      expect(isWellFormed(text)).toBe(false);
    },
  );

  test('draws bytes that would favour some characters again', () => {
    const bytes = [255, 248, ...Array.from({ length: 60 }, () => 61)];
    const drawn = makeKey('live', (count) => Uint8Array.from(bytes.splice(0, count)));
    expect(drawn.slice(9, 39)).toBe('z'.repeat(30));
  });

  test('is stored as its SHA-256', () => {
    expect(hashOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
