import { describe, expect, test } from 'vitest';
import { idBefore, idSource, idTime } from './ids.ts';

const zeros = (bytes: number) => new Uint8Array(bytes);
const at = (ms: number) => ({ now: () => new Date(ms) });

describe('an id', () => {
  test('is its prefix and 26 characters, the time first', () => {
    // The time of the ULID specification's example, 01ARZ3NDEKTSV4RRFFQ69G5FAV.
    expect(idSource(at(1_469_922_850_259), zeros)('exc')).toBe('exc_01arz3ndek0000000000000000');
  });

  test('takes its last 16 characters from the randomness', () => {
    expect(idSource(at(0), (bytes) => new Uint8Array(bytes).fill(255))('key')).toBe('key_0000000000zzzzzzzzzzzzzzzz');
  });

  test('sorts behind the id before its time, and before that of any later time', () => {
    const id = idSource(at(1_469_922_850_259))('exc');
    expect(idBefore('exc', new Date(1_469_922_850_259)) <= id).toBe(true);
    expect(idBefore('exc', new Date(1_469_922_850_260)) > id).toBe(true);
  });

  test('tells when it was issued; another text does not', () => {
    expect(idTime('exc_01arz3ndek0000000000000000')).toEqual(new Date(1_469_922_850_259));
    expect(['', 'exc_1', 'exc_01ARZ3NDEK0000000000000000', 'own-id'].map(idTime)).toEqual([null, null, null, null]);
  });

  test('is greater than the one before it, within a millisecond and after the clock went back', () => {
    const times = [5, 5, 5, 3, 6];
    const newId = idSource({ now: () => new Date(times.shift() ?? 7) });
    const ids = Array.from({ length: 6 }, () => newId('x'));
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(6);
  });
});
