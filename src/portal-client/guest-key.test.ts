import { describe, expect, test } from 'vitest';
import { decideGuestKey, dropGuestKey, heldKey, isDue, settleGuestKey, type HeldKey } from './guest-key';
import { problemOfFailure } from './problem';

const minute = 60_000;
const held: HeldKey = {
  key: 'ptl_test_a',
  organization: 'org_guest_1',
  requestsPerMinute: 120,
  receivedAt: 0,
  endsAt: 120 * minute,
};

describe('a guest key', () => {
  test('is asked for when there is none, and when the last attempt failed', () => {
    expect(decideGuestKey({ kind: 'none' }, 0)).toEqual({ kind: 'ask' });
    expect(decideGuestKey({ kind: 'failed', problem: problemOfFailure(new TypeError('net')) }, 0)).toEqual({
      kind: 'ask',
    });
  });

  test.each([
    ['is used in the middle of its life', held, 60 * minute, false],
    ['is used until two minutes before its end', held, 118 * minute - 1, false],
    ['is renewed from two minutes before its end', held, 118 * minute, true],
    ['is renewed after its end', held, 200 * minute, true],
    ['is renewed in the last quarter of a short life', { ...held, endsAt: 4 * minute }, 3 * minute, true],
    ['is kept before the last quarter of a short life', { ...held, endsAt: 4 * minute }, 3 * minute - 1, false],
    ['is used where the clock of the device is wrong', { ...held, receivedAt: 500 * minute }, 500 * minute, false],
  ])('%s', (_name, key, now, due) => {
    expect(isDue(key, now)).toBe(due);
    expect(decideGuestKey({ kind: 'have', held: key }, now).kind).toBe(due ? 'ask' : 'use');
  });

  test('is read from the answer of the service', () => {
    const value = {
      key: 'ptl_test_b',
      environment: 'sandbox' as const,
      organization: 'org_guest_2',
      expires_at: '2026-11-21T10:00:00Z',
      requests_per_minute: 60,
    };
    expect(settleGuestKey({ kind: 'ok', value }, 5)).toEqual({
      kind: 'have',
      held: {
        key: 'ptl_test_b',
        organization: 'org_guest_2',
        requestsPerMinute: 60,
        receivedAt: 5,
        endsAt: Date.UTC(2026, 10, 21, 10),
      },
    });
  });

  test('is dropped when the service no longer takes it, but not in favour of an older one', () => {
    expect(dropGuestKey({ kind: 'have', held }, 'ptl_test_a')).toEqual({ kind: 'none' });
    expect(dropGuestKey({ kind: 'have', held }, 'ptl_test_older')).toEqual({ kind: 'have', held });
  });

  test('stays in hand while its successor is asked for', () => {
    expect(heldKey({ kind: 'asking', current: held })).toBe(held);
    expect(heldKey({ kind: 'none' })).toBeNull();
  });
});
