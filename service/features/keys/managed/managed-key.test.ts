import { describe, expect, test } from 'vitest';
import { endOfRolled, endOfSuccessor, type ManagedKey, stateOf } from './managed-key.ts';
import { decideNewKey, type WantedManagedKey } from './new-key.ts';

const at = (time: string) => new Date(`2026-11-21T${time}Z`);
const now = at('10:00:00');
const key: ManagedKey = {
  ...{ id: 'key_1', organization: 'org_1', environment: 'sandbox', requestsPerMinute: 60 },
  ...{ label: 'Server', hint: 'ptl_test_1a2B', lastUsedAt: null, replacedBy: null },
  createdAt: at('09:00:00'),
  expiresAt: null,
  revokedAt: null,
};

describe('the state of a key', () => {
  test.each<[string, Partial<ManagedKey>, string]>([
    ['that was made', {}, 'active'],
    ['that was rolled and goes on', { replacedBy: 'key_2', expiresAt: at('11:00:00') }, 'ending'],
    ['whose overlap is over', { replacedBy: 'key_2', expiresAt: now }, 'ended'],
    ['that was revoked in its overlap', { replacedBy: 'key_2', expiresAt: at('11:00:00'), revokedAt: now }, 'revoked'],
  ])('%s', (_, given, want) => {
    expect(stateOf({ ...key, ...given }, now)).toBe(want);
  });
});

describe('a roll', () => {
  test('ends the old key after the overlap, and no later than it would have', () => {
    expect(endOfRolled(key, 0, now)).toEqual(now);
    expect(endOfRolled(key, 3600, now)).toEqual(at('11:00:00'));
    expect(endOfRolled({ expiresAt: at('10:30:00') }, 3600, now)).toEqual(at('10:30:00'));
  });

  test('gives the new key as long a life as the old one was to have', () => {
    expect(endOfSuccessor(key, now)).toBeNull();
    expect(endOfSuccessor({ createdAt: at('09:00:00'), expiresAt: at('11:00:00') }, now)).toEqual(at('12:00:00'));
  });
});

describe('a new key', () => {
  const wanted: WantedManagedKey = { label: 'Server', environment: 'sandbox', scopes: null, expiresInDays: null };
  const known = {
    policy: { longestDays: null, requestsPerMinute: 60 },
    grantable: [{ name: 'cardea', text: '' }],
    hasLaunched: false,
  };
  const short = { ...known, policy: { ...known.policy, longestDays: 30 } };
  test.each<[string, Partial<WantedManagedKey>, Partial<typeof known> | typeof short, unknown]>([
    ['in the sandbox is issued', {}, {}, { kind: 'issue' }],
    ['with scopes that there are is issued', { scopes: ['cardea'] }, {}, { kind: 'issue' }],
    ['for live needs the launch', { environment: 'live' }, {}, { kind: 'not-launched' }],
    ['for live is issued after the launch', { environment: 'live' }, { hasLaunched: true }, { kind: 'issue' }],
    ['within the longest life is issued', { expiresInDays: 30 }, short, { kind: 'issue' }],
  ])('%s', (_, given, differently, want) => {
    expect(decideNewKey({ ...wanted, ...given }, { ...known, ...differently })).toEqual(want);
  });

  test('is told all that is wrong with it at once', () => {
    const scopes = ['cardea', 'portal:team', 'made/up'];
    expect(decideNewKey({ ...wanted, scopes, expiresInDays: null }, short)).toMatchObject({
      kind: 'invalid',
      places: [{ at: '/scopes/1' }, { at: '/scopes/2' }, { at: '/expires_in_days' }],
    });
  });
});
