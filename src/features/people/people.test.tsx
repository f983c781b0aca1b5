// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { PeopleCalls, PortalProblem, SignUps, StaffMember } from '../../portal-client';
import { PeopleBoard } from './PeopleBoard';

afterEach(cleanup);

const ada = { person: 'per_ada', name: 'Ada', email: 'ada@example.com', asked_at: '2026-11-21T09:00:00Z' };
const root: StaffMember = {
  id: 'per_root',
  name: 'Root',
  email: 'root@portal.example',
  is_configured: true,
  since: null,
};
const grace: StaffMember = {
  ...root,
  id: 'per_grace',
  name: 'Grace',
  email: 'grace@portal.example',
  is_configured: false,
};
const gone: PortalProblem = {
  ...{ kind: 'refused', code: 'resource-not-found', status: 404, title: 'There is no such resource' },
  ...{ detail: 'Nobody has an account with this address.', places: [], retryAfterSeconds: null, guide: null },
};

function service(signUps: SignUps = { sign_up: 'approval', data: [ada] }) {
  const asked: unknown[] = [];
  let waiting = signUps.data;
  const calls: PeopleCalls = {
    staff: async () => ({ kind: 'ok', value: [root, grace] }),
    signUps: async () => ({ kind: 'ok', value: { ...signUps, data: waiting } }),
    addStaff: async () => ({ kind: 'problem', problem: gone }),
    async removeStaff(person) {
      asked.push(person);
      return { kind: 'ok', value: true };
    },
    async decide(...what) {
      asked.push(what);
      waiting = [];
      return { kind: 'ok', value: true };
    },
  };
  return { calls, asked };
}

describe('who waits', () => {
  test('is let in by one press, with words', async () => {
    const { calls, asked } = service();
    render(<PeopleBoard calls={calls} self="per_root" />);
    const row = await screen.findByRole('listitem', { name: 'Ada' });
    await userEvent.type(within(row).getByLabelText('Words for the mail'), 'Welcome');
    await userEvent.click(within(row).getByRole('button', { name: /^Approve/ }));
    expect(await screen.findByText(/Nobody waits at the moment/)).toBeDefined();
    expect(asked).toEqual([['per_ada', 'approve', 'Welcome']]);
  });

  test('is declined by a second press only, and going elsewhere takes the first one back', async () => {
    const { calls, asked } = service();
    render(<PeopleBoard calls={calls} self="per_root" />);
    const row = await screen.findByRole('listitem', { name: 'Ada' });
    await userEvent.click(within(row).getByRole('button', { name: /^Decline/ }));
    await userEvent.tab();
    expect(within(row).queryByRole('button', { name: /^Decline for good/ })).toBeNull();
    await userEvent.click(within(row).getByRole('button', { name: /^Decline/ }));
    expect(asked).toEqual([]);
    await userEvent.click(within(row).getByRole('button', { name: /^Decline for good/ }));
    expect(asked).toEqual([['per_ada', 'decline', '']]);
  });

  test.each([
    ['open', /Everybody may sign up/],
    ['invitation', /Only who is invited/],
  ] as const)('is nobody where sign-up is %s, and the page says so', async (mode, words) => {
    render(<PeopleBoard calls={service({ sign_up: mode, data: [] }).calls} self="per_root" />);
    expect(await screen.findByText(words)).toBeDefined();
  });
});

describe('staff', () => {
  test('lose the role by a second press, but for those of the configuration', async () => {
    const { calls, asked } = service();
    render(<PeopleBoard calls={calls} self="per_grace" />);
    const row = await screen.findByRole('listitem', { name: 'Grace' });
    expect(within(row).getByText('you')).toBeDefined();
    expect(within(screen.getByRole('listitem', { name: 'Root' })).queryByRole('button')).toBeNull();
    await userEvent.click(within(row).getByRole('button', { name: /^Take the role/ }));
    await userEvent.click(within(row).getByRole('button', { name: /^Take the role for good/ }));
    expect(asked).toEqual(['per_grace']);
  });

  test('are told why somebody cannot be one', async () => {
    render(<PeopleBoard calls={service().calls} self="per_root" />);
    await userEvent.type(await screen.findByLabelText('Their address'), 'nobody@example.com');
    await userEvent.click(screen.getByRole('button', { name: 'Make staff' }));
    expect((await screen.findByRole('alert')).textContent).toBe(gone.detail);
  });
});

test('what did not come is asked for again', async () => {
  const { calls } = service();
  let isAway = true;
  const staff: PeopleCalls['staff'] = () =>
    isAway ? Promise.resolve({ kind: 'problem', problem: gone }) : calls.staff();
  render(<PeopleBoard calls={{ ...calls, staff }} self="per_root" />);
  const again = await screen.findByRole('button', { name: 'Try again' });
  isAway = false;
  await userEvent.click(again);
  expect(await screen.findByRole('listitem', { name: 'Grace' })).toBeDefined();
});
