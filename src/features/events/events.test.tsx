// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { EventDate } from '../../portal-client';
import { eventsCalls, officeHours, unreached } from './events.fixture';
import { EventDates } from './EventsPage';
import { clockWords, dayWords, elsewhereWords } from './event-time';
import { groupDates, placesWords } from './event-words';
import { NextEvents } from './in-text/NextEvents';

afterEach(cleanup);

describe('a time', () => {
  const { starts_at, ends_at } = officeHours;
  const span = { starts_at, ends_at };

  test('is told by the reader’s clocks, and by the event’s where those show another', () => {
    expect(clockWords(span, 'Europe/Copenhagen')).toBe('14:00 to 15:00');
    expect(dayWords(starts_at, 'Asia/Tokyo')).toBe('Tuesday, 1 December 2099');
    expect(elsewhereWords(span, 'Europe/Copenhagen', 'America/New_York')).toBe('14:00 to 15:00 in Copenhagen');
    expect(elsewhereWords(span, 'Europe/Copenhagen', 'Europe/Paris')).toBeNull();
    expect(elsewhereWords(span, 'Pacific/Auckland', 'Europe/Paris')).toBe(
      'Wednesday, 2 December 2099, 02:00 to 03:00 in Auckland',
    );
  });

  test('over midnight says on which day it ends', () => {
    const late = { starts_at: '2099-12-01T22:30:00Z', ends_at: '2099-12-02T00:30:00Z' };
    expect(clockWords(late, 'UTC')).toBe('22:30 to Wed 2 Dec, 00:30');
  });
});

describe('words', () => {
  test.each([
    [{ capacity: null }, ''],
    [{}, '13 of 20 places free'],
    [{ going: 20, state: 'full', waiting: 0 }, 'All places are taken'],
    [{ going: 20, state: 'full', waiting: 1 }, 'All places are taken, 1 waits'],
    [{ going: 25, capacity: 20, state: 'full', waiting: 3 }, 'All places are taken, 3 wait'],
  ] as const)('of places: %j', (change, words) => expect(placesWords({ ...officeHours, ...change })).toBe(words));

  test('the dates of one event are one row, which its next one that takes place leads', () => {
    const first: EventDate = { ...officeHours, id: 'a', state: 'cancelled' };
    const second: EventDate = { ...officeHours, id: 'b' };
    const other: EventDate = { ...officeHours, id: 'c', event: 'evt_2' };
    const ids = groupDates([first, second, other]).map(({ next, later }) => [next.id, later.map(({ id }) => id)]);
    expect(ids).toEqual([
      ['b', ['a']],
      ['c', []],
    ]);
  });
});

describe('the list', () => {
  const show = (dates: readonly EventDate[], person: string) => {
    const calls = eventsCalls(dates);
    render(<EventDates calls={calls} when="upcoming" serviceUrl="" person={person} />);
    return calls;
  };

  test('lets somebody who is signed in come by one press, and take it back', async () => {
    show([officeHours], 'per_1');
    await userEvent.click(await screen.findByRole('button', { name: /^Sign up\s*Office hours$/ }));
    expect(await screen.findByRole('link', { name: 'Take part' })).toHaveProperty(
      'href',
      'https://meet.portal.example/a',
    );
    await userEvent.click(screen.getByRole('button', { name: /^Cancel my sign-up\s*Office hours$/ }));
    expect(await screen.findByRole('button', { name: /^Sign up\s*Office hours$/ })).toBeDefined();
  });

  test('asks a visitor for name and address, and says where the mail went', async () => {
    const calls = show([{ ...officeHours, state: 'full' }], '');
    await userEvent.click(await screen.findByRole('button', { name: /^Wait for a place\s*Office hours$/ }));
    const form = screen.getByRole('form', { name: 'Wait for a place: Office hours' });
    expect(document.activeElement).toBe(within(form).getByLabelText('Your name'));
    await userEvent.type(within(form).getByLabelText('Your name'), 'Eve');
    await userEvent.type(within(form).getByLabelText('Your mail address'), 'eve@visitor.example');
    await userEvent.click(within(form).getByRole('button', { name: 'Wait for a place' }));
    expect((await screen.findByText('eve@visitor.example')).closest('[role=status]')?.textContent).toContain(
      'A mail is on its way',
    );
    expect(calls.asked).toEqual([{ date: 'evd_1', name: 'Eve', email: 'eve@visitor.example' }]);
  });

  test('says what one cannot come to, and who waits', async () => {
    show([{ ...officeHours, state: 'cancelled' }], 'per_1');
    expect(await screen.findByText('Cancelled')).toBeDefined();
    cleanup();
    show([{ ...officeHours, attendance: { state: 'waiting', waiting_before: 2 } }], 'per_1');
    expect((await screen.findAllByText('You wait; 2 are before you')).length).toBeGreaterThan(0);
  });

  test('is empty with a way on, and tries again where it did not come', async () => {
    show([], '');
    expect(await screen.findByText(/Nothing is planned at the moment/)).toBeDefined();
    cleanup();
    let isAway = true;
    const calls = { ...eventsCalls([officeHours]) };
    const list: typeof calls.list = (when) =>
      isAway ? Promise.resolve({ kind: 'problem', problem: unreached }) : eventsCalls([officeHours]).list(when);
    render(<EventDates calls={{ ...calls, list }} when="upcoming" serviceUrl="" person="" />);
    const again = await screen.findByRole('button', { name: 'Try again' });
    isAway = false;
    await userEvent.click(again);
    expect(await screen.findByRole('heading', { name: 'Office hours' })).toBeDefined();
  });

  test('shows what somebody wrote as text', async () => {
    show([{ ...officeHours, title: '<img src=x onerror=alert(1)>', description: '[x](javascript:alert(1))' }], '');
    expect(await screen.findByRole('heading', { name: '<img src=x onerror=alert(1)>' })).toBeDefined();
    expect(document.querySelector('img, a[href^="javascript"]')).toBeNull();
  });
});

test('the widget of guides shows the next ones, each with a link to its place', async () => {
  const dates = [officeHours, { ...officeHours, id: 'evd_2', event: 'evt_2', title: 'Platform day' }];
  render(<NextEvents calls={eventsCalls(dates)} person="" limit={1} />);
  expect(await screen.findByRole('link', { name: 'Office hours' })).toHaveProperty(
    'href',
    expect.stringContaining('/events#evd_1'),
  );
  expect(screen.queryByText('Platform day')).toBeNull();
});
