// @vitest-environment jsdom
import { useState } from 'react';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { BoardQuery, PartnerCalls } from '../../../portal-client';
import { aBoard, aCall, answering, aRow, journeys, ok, refused } from '../partner.fixture';
import { Board } from './Board';
import { readBoardFilters } from './board-filters';

afterEach(cleanup);

function shown(difference: Partial<PartnerCalls> = {}, search = '') {
  const board = vi.fn(difference.board ?? (async () => ok(aBoard())));
  const calls = answering({ ...difference, board });
  function Page() {
    const [filters, setFilters] = useState(readBoardFilters(search, 'launch'));
    return <Board calls={calls} journeys={journeys} filters={filters} onFilter={setFilters} />;
  }
  render(<Page />);
  const asked = (): BoardQuery | undefined => board.mock.lastCall?.[0];
  return { user: userEvent.setup(), asked };
}

describe('the board', () => {
  test('has a row a partner, with the step, what is missing and the error that they met last', async () => {
    const error = aCall({ message: '/holder is required', status: 400 });
    shown({ board: async () => ok(aBoard({ data: [aRow('org_a', { last_error: error })] })) });
    const link = await screen.findByRole('link', { name: 'Name of org_a' });
    expect(link.getAttribute('href')).toBe('/team/partner?organization=org_a&journey=launch');
    const row = link.closest('tr');
    expect(row?.textContent).toContain('No key yet.');
    expect(row?.textContent).toContain('400 getOffer: /holder is required');
    expect(row?.textContent).toContain('0 of 2 proven');
  });

  test('says that an error was on purpose, that a review is to do, and who is done', async () => {
    const { standing } = aRow('x');
    const data = [
      aRow('org_a', { last_error: aCall({ on_purpose: true }), standing: { ...standing, reviews: 1 } }),
      aRow('org_b', { standing: { ...standing, step: null, complete: true }, launched_at: '2026-11-20T09:00:00.000Z' }),
    ];
    shown({ board: async () => ok(aBoard({ data })) });
    const first = (await screen.findByRole('link', { name: 'Name of org_a' })).closest('tr');
    expect(first?.textContent).toContain('on purpose');
    expect(first?.textContent).toContain('Waits for your review');
    const second = screen.getByRole('link', { name: 'Name of org_b' }).closest('tr');
    expect(second?.textContent).toContain('Complete');
    expect(second?.textContent).not.toContain('No key yet.');
  });

  test('is filtered by a step and by what waits for a review; the arrows go from row to row', async () => {
    const { user, asked } = shown();
    const steps = await screen.findByRole('navigation', { name: 'Steps of Issuer launch' });
    await user.click(within(steps).getByRole('button', { name: /Get a key/ }));
    await waitFor(() => expect(asked()).toMatchObject({ journey: 'launch', step: 'key', order: 'stuck' }));
    await user.click(within(steps).getByRole('button', { name: /Waiting for your review/ }));
    await waitFor(() => expect(asked()).toMatchObject({ waiting: 'review' }));
    expect(asked()).not.toHaveProperty('step');
    (await screen.findByRole('link', { name: 'Name of org_a' })).focus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toBe('Name of org_b');
    await user.keyboard('k');
    expect(document.activeElement?.textContent).toBe('Name of org_a');
  });

  test('another journey begins without a step; words are asked for once the typing rests', async () => {
    const { user, asked } = shown({}, '?step=key');
    await waitFor(() => expect(asked()).toMatchObject({ step: 'key' }));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Journey' }), 'first');
    await waitFor(() => expect(asked()).toEqual({ journey: 'first', order: 'stuck' }));
    await user.type(screen.getByRole('searchbox', { name: 'Name of a partner' }), ' ald ');
    await waitFor(() => expect(asked()).toMatchObject({ q: 'ald' }));
  });

  test('grows by the next page, from where the last one ended', async () => {
    const board = async ({ cursor }: BoardQuery) =>
      ok(cursor === 'behind_b' ? aBoard({ data: [aRow('org_c')] }) : aBoard({ next_cursor: 'behind_b' }));
    const { user } = shown({ board });
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    expect(await screen.findByRole('link', { name: 'Name of org_c' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Name of org_a' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
    expect(screen.getByText('3 partners')).toBeTruthy();
  });

  test('says what is to be done where nobody is left, nobody is there yet, or it cannot be read', async () => {
    const { user } = shown({ board: async () => ok(aBoard({ data: [] })) }, '?q=nobody');
    await user.click(await screen.findByRole('button', { name: 'Show all partners' }));
    expect(await screen.findByText(/No organization has signed up yet/)).toBeTruthy();
    cleanup();
    let count = 0;
    const second = shown({ board: async () => ((count += 1) === 1 ? refused(503, 'Not now.') : ok(aBoard())) });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Not now.');
    await second.user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'Name of org_a' })).toBeTruthy();
  });

  test('shows how long partners take, and that nobody has launched yet', async () => {
    const buckets = [
      { up_to_seconds: 300, count: 1 },
      { up_to_seconds: null, count: 3 },
    ];
    const first = { count: 4, median_seconds: 5400, p75_seconds: 90_000, p90_seconds: 864_000, buckets };
    const none = { count: 0, median_seconds: null, p75_seconds: null, p90_seconds: null, buckets };
    shown({ pace: async () => ok({ partners: 9, first_call: first, launch: none }) });
    const course = await screen.findByRole('region', { name: 'To the first call' });
    expect(course.textContent).toContain('4 of 9 partners');
    expect(course.textContent).toContain('Half within2 h');
    expect(course.textContent).toContain('90 %10 days');
    expect(screen.getByRole('region', { name: 'To the launch' }).textContent).toContain('Nobody has launched yet.');
  });

  test('text of partners stays text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const row = aRow('org_a', {
      organization: { id: 'org_a', name: hostile },
      last_error: aCall({ message: hostile }),
    });
    shown({ board: async () => ok(aBoard({ data: [row] })) });
    await screen.findByRole('link', { name: hostile });
    expect(document.querySelector('img')).toBeNull();
  });
});
