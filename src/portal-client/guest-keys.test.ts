import { describe, expect, test } from 'vitest';
import type { GuestKey } from './create-portal-client';
import { createGuestKeys } from './guest-keys';
import { problemOfFailure, type Outcome } from './problem';

function keyNumber(number: number, expiresAt: string): Outcome<GuestKey> {
  return {
    kind: 'ok',
    value: {
      key: `ptl_test_${number}`,
      environment: 'sandbox',
      organization: 'org_guest',
      expires_at: expiresAt,
      requests_per_minute: 120,
    },
  };
}

describe('the guest keys of a page load', () => {
  test('ask for nothing until a key is needed', () => {
    let asked = 0;
    const keys = createGuestKeys(async () => keyNumber((asked += 1), '2026-01-01T02:00:00Z'), Date.now);
    expect(keys.state()).toEqual({ kind: 'none' });
    expect(asked).toBe(0);
  });

  test('ask once however many need it at the same time', async () => {
    let asked = 0;
    const now = (): number => Date.UTC(2026, 0, 1);
    const keys = createGuestKeys(async () => keyNumber((asked += 1), '2026-01-01T02:00:00Z'), now);
    const obtained = await Promise.all([keys.obtain(), keys.obtain(), keys.obtain()]);
    expect(asked).toBe(1);
    expect(new Set(obtained.map((one) => (one.kind === 'ok' ? one.value.key : one.kind)))).toEqual(
      new Set(['ptl_test_1']),
    );
  });

  test('renew before the end, and ask again after a key was dropped', async () => {
    let asked = 0;
    let now = Date.UTC(2026, 0, 1);
    const keys = createGuestKeys(
      async () => keyNumber((asked += 1), new Date(now + 7_200_000).toISOString()),
      () => now,
    );
    await keys.obtain();
    now += 7_100_000;
    expect(await keys.obtain()).toMatchObject({ kind: 'ok', value: { key: 'ptl_test_2' } });
    keys.drop('ptl_test_2');
    expect(await keys.obtain()).toMatchObject({ kind: 'ok', value: { key: 'ptl_test_3' } });
  });

  test('tell listeners of each state, and ask again after a failure', async () => {
    let down = true;
    const keys = createGuestKeys(
      async () =>
        down
          ? { kind: 'problem', problem: problemOfFailure(new TypeError('net')) }
          : keyNumber(1, '2026-01-01T02:00:00Z'),
      () => Date.UTC(2026, 0, 1),
    );
    const seen: string[] = [];
    const leave = keys.subscribe(() => seen.push(keys.state().kind));
    expect(await keys.obtain()).toMatchObject({ kind: 'problem', problem: { kind: 'unreachable' } });
    down = false;
    expect(await keys.obtain()).toMatchObject({ kind: 'ok' });
    leave();
    keys.drop('ptl_test_1');
    expect(seen).toEqual(['asking', 'failed', 'asking', 'have']);
  });
});
