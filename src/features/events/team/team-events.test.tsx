// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { NewEvent, TeamEvent, TeamEventsCalls } from '../../../portal-client';
import { unreached } from '../events.fixture';
import { draftOf, faultsOf, newDraft, wordsOf } from './event-draft';
import { TeamEventsBoard } from './TeamEvents';

afterEach(cleanup);

const words: NewEvent = {
  ...{ kind: 'platform-day', title: 'Platform day', description: '', time_zone: 'Europe/Copenhagen' },
  ...{ starts: '2099-12-01T14:00', minutes: 60, place: 'Copenhagen', link: '', capacity: 20 },
  ...{ audience: 'cohort', cohort: 'coh_1', repeats: 'weekly', until: '2099-12-08' },
};
const dateAt = (id: string, day: string) => ({
  ...{ id, starts_at: `2099-12-${day}T13:00:00Z`, ends_at: `2099-12-${day}T14:00:00Z` },
  ...{ cancelled_at: null, going: 1, waiting: 1 },
});
const event: TeamEvent = {
  ...{ ...words, id: 'evt_1', created_at: '2099-11-01T00:00:00Z', cancelled_at: null },
  dates: [dateAt('evd_1', '01'), dateAt('evd_2', '08')],
};
const now = new Date('2099-11-21T09:00:00Z');

function calls(change: Partial<TeamEventsCalls> = {}): TeamEventsCalls {
  const ok = async () => ({ kind: 'ok' as const, value: event });
  return {
    ...{ create: ok, change: ok, cancel: ok, cancelDate: ok },
    list: async () => ({ kind: 'ok', value: [event] }),
    attendees: async () => ({
      kind: 'ok',
      value: [{ name: 'Ada', email: 'ada@example.com', state: 'waiting', since: event.created_at }],
    }),
    cohorts: async () => ({ kind: 'ok', value: [{ id: 'coh_1', name: 'Autumn' }] }),
    ...change,
  };
}

describe('a draft', () => {
  test('of an event is sent as the event is', () => expect(wordsOf(draftOf(event))).toEqual(words));

  test('that is new begins in a week, and repeats not', () => {
    expect(newDraft(now, 'UTC')).toMatchObject({ starts: '2099-11-28T14:00', repeats: 'never', capacity: '' });
    expect(wordsOf({ ...newDraft(now, 'UTC'), until: '2099-12-24' })).toMatchObject({ until: null, capacity: null });
  });

  test('has each fault at its field', () => {
    const places = [
      { in: 'body' as const, at: '/cohort', message: 'is no cohort' },
      { in: 'body' as const, at: '/until', message: 'is missing' },
    ];
    expect(faultsOf({ ...unreached, places })).toEqual({ audience: 'is no cohort.', until: 'is missing.' });
    expect(faultsOf(unreached)).toEqual({ whole: 'The service could not be reached.' });
  });
});

describe('the page of events', () => {
  test('plans one, and shows it first', async () => {
    const sent: NewEvent[] = [];
    const create: TeamEventsCalls['create'] = async (body) => {
      sent.push(body);
      return { kind: 'ok', value: { ...event, id: 'evt_2', title: body.title } };
    };
    render(<TeamEventsBoard calls={calls({ create })} now={now} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Plan an event' }));
    const form = screen.getByRole('form', { name: 'Plan the event' });
    await userEvent.type(within(form).getByLabelText('Title'), 'Questions');
    await userEvent.selectOptions(within(form).getByLabelText('For whom'), 'Cohort: Autumn');
    await userEvent.click(within(form).getByRole('button', { name: 'Plan the event' }));
    expect((await screen.findAllByRole('heading', { level: 2 }))[0]?.textContent).toBe('Questions');
    expect(sent).toMatchObject([{ title: 'Questions', audience: 'cohort', cohort: 'coh_1' }]);
  });

  test('leads to the field that is wrong', async () => {
    const places = [{ in: 'body' as const, at: '/link', message: 'must start with https://' }];
    const create: TeamEventsCalls['create'] = async () => ({ kind: 'problem', problem: { ...unreached, places } });
    render(<TeamEventsBoard calls={calls({ create })} now={now} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Plan an event' }));
    await userEvent.type(screen.getByLabelText('Title'), 'Questions');
    await userEvent.click(screen.getByRole('button', { name: 'Plan the event' }));
    expect((await screen.findByRole('alert')).textContent).toBe('must start with https://.');
    expect(document.activeElement).toBe(screen.getByLabelText('Link to take part'));
  });

  test('cancels after a second press only, and says how many hear of it', async () => {
    let isCancelled = false;
    const cancel: TeamEventsCalls['cancel'] = async () => {
      isCancelled = true;
      return { kind: 'ok', value: { ...event, cancelled_at: event.created_at } };
    };
    render(<TeamEventsBoard calls={calls({ cancel })} now={now} />);
    await userEvent.click(await screen.findByRole('button', { name: /^Cancel the event\s*Platform day$/ }));
    const question = screen.getByRole('group', { name: 'Cancel it, and tell 4 by mail?' });
    expect(isCancelled).toBe(false);
    await userEvent.click(within(question).getByRole('button', { name: 'Cancel the event' }));
    expect(await screen.findByText(/· Cancelled$/)).toBeDefined();
    expect(screen.queryByRole('button', { name: /Change/ })).toBeNull();
  });

  test('shows who comes when it is unfolded', async () => {
    render(<TeamEventsBoard calls={calls()} now={now} />);
    const [summary] = await screen.findAllByText(/1 comes, 1 waits/);
    await userEvent.click(summary!);
    expect((await screen.findByRole('link', { name: 'ada@example.com' })).closest('li')?.textContent).toContain(
      'waits',
    );
  });

  test('is empty, and tries again where it did not come', async () => {
    render(<TeamEventsBoard calls={calls({ list: async () => ({ kind: 'ok', value: [] }) })} now={now} />);
    expect(await screen.findByText('There are no events yet.')).toBeDefined();
    cleanup();
    render(
      <TeamEventsBoard calls={calls({ list: async () => ({ kind: 'problem', problem: unreached }) })} now={now} />,
    );
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeDefined();
  });
});
