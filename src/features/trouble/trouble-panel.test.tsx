// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { GuestKeys, NewSandboxTrouble, Outcome, SandboxTrouble, TroubleClient } from '../../portal-client';
import { TroubleList } from './TroubleList';

afterEach(cleanup);

const outage: SandboxTrouble = {
  scenario: 'outage',
  title: 'Outage',
  effect: 'Every request is answered with 503.',
  advice: 'Wait.',
  settings: [{ name: 'seconds', title: 'Lasts', unit: 's', minimum: 1, maximum: 600, default: 60 }],
  on: false,
};
const held = { key: 'ptl_test_a', organization: 'o', requestsPerMinute: 1, receivedAt: 0, endsAt: 1e15 };
const keys: GuestKeys = {
  state: () => ({ kind: 'have', held }),
  subscribe: () => () => undefined,
  obtain: async () => ({ kind: 'ok', value: held }),
  drop: () => undefined,
  forget: () => undefined,
  turn: () => 0,
};
const away: Outcome<never> = {
  kind: 'problem',
  problem: {
    kind: 'unreachable',
    code: 'unreachable',
    status: null,
    title: 'The service could not be reached',
    detail: null,
    places: [],
    retryAfterSeconds: null,
    guide: null,
  },
};

function on(wanted: NewSandboxTrouble): SandboxTrouble {
  const report = {
    requests: 2,
    troubled: 2,
    recovered: 0,
    retried_in_time: 0,
    retried_too_early: 1,
    repeated_with_same_key: 0,
    repeated_without_it: 0,
    left_before_answer: 0,
    renewed: 0,
    waiting: 1,
    gave_up: 0,
  };
  const since = new Date().toISOString();
  const until = new Date(Date.now() + 1_800_000).toISOString();
  return {
    ...outage,
    on: true,
    run: { for: 'organization', settings: { ...wanted.settings }, seed: 1, since, until, report },
  };
}

function setUp(given: Partial<TroubleClient> = {}) {
  const begun: NewSandboxTrouble[] = [];
  const client: TroubleClient = {
    list: async () => ({ kind: 'ok', value: [outage] }),
    begin: async (_scenario, wanted) => {
      begun.push(wanted);
      return { kind: 'ok', value: on(wanted) };
    },
    end: async () => ({ kind: 'ok', value: outage }),
    ...given,
  };
  render(<TroubleList ports={{ client, keys }} />);
  return { begun, user: userEvent.setup() };
}

test('a switch begins the scenario with what stands in its fields, and tells what happened', async () => {
  const { begun, user } = setUp();
  const switched = await screen.findByRole('switch', { name: 'Outage', description: outage.effect });
  await user.clear(screen.getByLabelText('Lasts'));
  await user.type(screen.getByLabelText('Lasts'), '90');
  await user.click(switched);
  expect(begun).toEqual([{ settings: { seconds: 90 }, minutes: 60, for: 'organization' }]);
  expect((await screen.findByRole('switch', { name: 'Outage' })).getAttribute('aria-checked')).toBe('true');
  expect(screen.getByText(/^Back in \d+ s, for your organization$/)).toBeTruthy();
  const report = screen.getByRole('list', { name: 'What happened so far' });
  expect(
    within(report)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['2 requests, 2 of them troubled', '1 sent again before Retry-After', '1 not sent again yet']);
  expect(screen.getByRole('status').textContent).toBe('Outage is on.');
});

test('a switch goes by the keyboard, and off again', async () => {
  const { begun, user } = setUp();
  await screen.findByRole('switch', { name: 'Outage' });
  await user.tab();
  await user.keyboard(' ');
  expect(begun).toHaveLength(1);
  await user.keyboard(' ');
  expect(screen.getByRole('switch', { name: 'Outage' }).getAttribute('aria-checked')).toBe('false');
});

test('a field that is wrong says so, and nothing is switched on by it', async () => {
  const { begun, user } = setUp();
  await screen.findByRole('switch', { name: 'Outage' });
  await user.clear(screen.getByLabelText('Lasts'));
  expect(screen.getByText('A whole number from 1 to 600')).toBeTruthy();
  await user.click(screen.getByRole('switch', { name: 'Outage' }));
  expect(begun).toEqual([]);
});

test('a switch that does not work stays as it was, and says why', async () => {
  const { user } = setUp({ begin: async () => away });
  await user.click(await screen.findByRole('switch', { name: 'Outage' }));
  expect((await screen.findByRole('alert')).textContent).toContain('The service could not be reached');
  expect(screen.getByRole('switch', { name: 'Outage' }).getAttribute('aria-checked')).toBe('false');
});

test('a list that does not come can be asked for again', async () => {
  const answers: Outcome<readonly SandboxTrouble[]>[] = [away, { kind: 'ok', value: [outage] }];
  const { user } = setUp({ list: async () => answers.shift() ?? away });
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('switch', { name: 'Outage' })).toBeTruthy();
});
