// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Outcome, PortalProblem, TeamClient } from '../../portal-client';
import { DriftList } from './DriftList';
import { anEntry } from './drift.fixture';

afterEach(cleanup);

const problem = (code: string): { kind: 'problem'; problem: PortalProblem } => ({
  kind: 'problem',
  problem: {
    ...{ kind: 'refused', code, status: 403, title: 'Refused', detail: `Because of ${code}.` },
    ...{ places: [], retryAfterSeconds: null, guide: null },
  },
});
const ok = <Value,>(value: Value): Outcome<Value> => ({ kind: 'ok', value });

function shown(
  difference: Partial<TeamClient> = {},
  filters: Partial<Parameters<typeof DriftList>[0]['filters']> = {},
) {
  const client: TeamClient = {
    listDrift: async () =>
      ok([anEntry(), anEntry({ id: 'drf_2', operation: 'listIssuers', place: '', kind: 'status' })]),
    resolveDrift: async (id) => ok(anEntry({ id, resolved: { at: '2026-11-21T10:00:00.000Z', by: 'person' } })),
    readExchange: async () => problem('not-found'),
    ...difference,
  };
  const onRefused = vi.fn();
  render(
    <DriftList
      client={client}
      teamKey="ptl_test_x"
      filters={{ state: 'open', version: '', environment: '', words: '', ...filters }}
      onFilter={() => undefined}
      onForget={() => undefined}
      onRefused={onRefused}
    />,
  );
  return { user: userEvent.setup(), onRefused };
}

describe('the list of drift', () => {
  test('has a row an entry; the arrows go from row to row, Enter opens one with its example and its page', async () => {
    const { user } = shown();
    const first = await screen.findByRole('button', { name: 'getCredential' });
    first.focus();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('button', { name: 'listIssuers' })).toBeTruthy();
    expect(document.activeElement?.textContent).toBe('listIssuers');
    await user.keyboard('{ArrowUp}{Enter}');
    expect(first.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('What stood there')).toBeTruthy();
    const page = screen.getByRole('link', { name: 'The operation’s page' });
    expect(page.getAttribute('href')).toBe('/reference/cardea/v2/get-credential');
  });

  test('an entry is marked as resolved where it stands', async () => {
    const { user } = shown();
    await user.click(await screen.findByRole('button', { name: 'getCredential' }));
    await user.click(screen.getByRole('button', { name: 'Mark as resolved' }));
    await waitFor(() => expect(screen.getByText(/by the team/)).toBeTruthy());
    expect(screen.queryByRole('button', { name: 'Mark as resolved' })).toBeNull();
  });

  test('an exchange is opened by its id, and says where it is gone', async () => {
    const { user } = shown();
    await user.click(await screen.findByRole('button', { name: 'getCredential' }));
    await user.click(screen.getByRole('button', { name: 'exc_2' }));
    expect((await screen.findByRole('alert')).textContent).toBe('Because of not-found.');
  });

  test('text of an answer stays text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const { user } = shown({
      listDrift: async () => ok([anEntry({ message: hostile, example: hostile, place: hostile })]),
    });
    await user.click(await screen.findByRole('button', { name: 'getCredential' }));
    expect(document.querySelector('img')).toBeNull();
    expect(screen.getAllByText(hostile, { exact: false }).length).toBeGreaterThan(1);
  });

  test('without any says that all is well, and other words where only the filters leave none', async () => {
    shown({ listDrift: async () => ok([]) });
    expect(await screen.findByText('Every answer that was compared is as its contract says.')).toBeTruthy();
    cleanup();
    shown({}, { words: 'nothing like it' });
    expect(await screen.findByText('No entry is left by these filters.')).toBeTruthy();
  });

  test('a key that does not open it is asked for anew; a service that fails can be tried again', async () => {
    const { onRefused } = shown({ listDrift: async () => problem('team-only') });
    await waitFor(() => expect(onRefused).toHaveBeenCalledWith('Because of team-only.'));
    cleanup();
    let attempts = 0;
    const { user } = shown({
      listDrift: async () => ((attempts += 1) === 1 ? problem('unavailable') : ok([anEntry()])),
    });
    const alert = await screen.findByRole('alert');
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: 'getCredential' })).toBeTruthy();
  });
});
