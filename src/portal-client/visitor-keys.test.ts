import { describe, expect, test } from 'vitest';
import { createGuestKeys } from './guest-keys';
import { problemOfFailure, readProblem, type Outcome } from './problem';
import type { GuestKey } from './create-portal-client';
import type { SessionState } from './session';
import { visitorKeys } from './visitor-keys';

function keyOf(organization: string): Outcome<GuestKey> {
  const rest = { environment: 'sandbox' as const, expires_at: '2026-01-01T02:00:00Z', requests_per_minute: 120 };
  return { kind: 'ok', value: { key: `ptl_test_${organization}`, organization, ...rest } };
}

function person(organization: string, role: 'owner' | 'developer' | 'viewer' = 'developer'): SessionState {
  const membership = { id: organization, name: 'University', role };
  const ada = { id: 'per_1', name: 'Ada', email: 'ada@example.com', has_second_factor: false, is_staff: false };
  return {
    kind: 'person',
    session: { person: ada, organization: membership, organizations: [membership] },
  };
}

function setUp(first: SessionState, sessionKey: Outcome<GuestKey> = keyOf('org_1')) {
  const now = { state: { kind: 'unknown' } as SessionState };
  const listeners: (() => void)[] = [];
  const become = (state: SessionState) => {
    now.state = state;
    for (const listener of listeners) listener();
  };
  const visitor = visitorKeys({
    client: { createGuestKey: async () => keyOf('org_guest_1'), createSessionKey: async () => sessionKey },
    session: {
      state: () => now.state,
      refresh: async () => {
        become(first);
        return first;
      },
      subscribe: (listener) => listeners.push(listener),
    },
  });
  const keys = createGuestKeys(visitor.issue, () => Date.UTC(2026, 0, 1));
  visitor.onChange(keys.forget);
  const organization = async () => {
    const outcome = await keys.obtain();
    return outcome.kind === 'ok' ? outcome.value.organization : outcome.problem.kind;
  };
  return { keys, become, organization };
}

describe('the key of whoever is at the browser', () => {
  test.each<[string, SessionState, string]>([
    ['is the organization’s of a developer', person('org_1'), 'org_1'],
    ['is the organization’s of an owner', person('org_1', 'owner'), 'org_1'],
    ['is the guest’s of a viewer', person('org_1', 'viewer'), 'org_guest_1'],
    ['is the guest’s of nobody', { kind: 'guest' }, 'org_guest_1'],
    ['is the guest’s where the service did not say who it is', { kind: 'unreached' }, 'org_guest_1'],
  ])('%s', async (_, state, want) => {
    expect(await setUp(state).organization()).toBe(want);
  });

  test('is the guest’s where the session has ended meanwhile', async () => {
    const refused = { kind: 'problem' as const, problem: readProblem(401, {}, new Headers()) };
    expect(await setUp(person('org_1'), refused).organization()).toBe('org_guest_1');
  });

  test('is not the guest’s where the service could not be reached', async () => {
    const away = { kind: 'problem' as const, problem: problemOfFailure(new TypeError('net')) };
    expect(await setUp(person('org_1'), away).organization()).toBe('unreachable');
  });

  test('changes at once with signing in and out, and once for each', async () => {
    const { keys, become, organization } = setUp({ kind: 'guest' });
    expect(await organization()).toBe('org_guest_1');
    become({ kind: 'guest' });
    expect(keys.turn()).toBe(0);
    become(person('org_1'));
    expect([keys.turn(), keys.state()]).toEqual([1, { kind: 'none' }]);
    expect(await organization()).toBe('org_1');
    become(person('org_1', 'owner'));
    become({ kind: 'unreached' });
    expect(keys.turn()).toBe(1);
    become({ kind: 'guest' });
    expect(await organization()).toBe('org_guest_1');
    expect(keys.turn()).toBe(2);
  });

  test('that is on its way to somebody else is not used', async () => {
    const { become, organization } = setUp({ kind: 'guest' });
    await organization();
    become(person('org_1'));
    const asked = organization();
    become({ kind: 'guest' });
    expect(await asked).toBe('org_guest_1');
  });
});
