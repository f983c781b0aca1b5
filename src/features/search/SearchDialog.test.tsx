import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SearchDialog } from './SearchDialog';
import type { SearchHit } from './search-hit';
import type { SearchIndex } from './search-index';

const guide: SearchHit = {
  href: '/docs/errors',
  kind: 'guide',
  title: 'Errors',
  deprecated: false,
  excerpt: [{ text: 'Every error', marked: true }],
  rank: 1,
};
const operation: SearchHit = {
  ...guide,
  href: '/reference/cardea/v2/list-events',
  kind: 'operation',
  title: 'List events',
  method: 'GET',
  path: '/events',
  source: 'cardea v2',
  rank: 2,
};

const hits: Readonly<Record<string, SearchHit[]>> = { e: [guide, operation], zzz: [] };
const openIndex = async (): Promise<SearchIndex> => ({
  find: async ({ query }, tell) => tell({ hits: hits[query] ?? [], isComplete: true }),
  suggest: () => [
    { ...operation, href: '/reference/cardea/v2', title: 'Cardea API', kind: 'section', method: undefined },
  ],
});

beforeEach(() => {
  localStorage.clear();
  window.history.pushState(null, '', '/');
});
afterEach(cleanup);

function renderDialog(open = openIndex) {
  const onClose = vi.fn();
  render(<SearchDialog isOpen onClose={onClose} openIndex={open} afterNothing={(query) => <p>Asked for {query}</p>} />);
  return {
    onClose,
    user: userEvent.setup(),
    field: screen.getByRole('combobox', { name: 'Search guides and operations' }),
  };
}

test('results come in groups, the best group first', async () => {
  const { user, field } = renderDialog();
  await user.type(field, 'e');
  const option = await screen.findByRole('option', { name: /Errors/ });
  expect(screen.getAllByRole('option')).toHaveLength(2);
  expect(within(option).getByText('Every error').tagName).toBe('MARK');
  expect(screen.getByRole('group', { name: 'Guides' })).toBeTruthy();
  expect(within(screen.getByRole('group', { name: 'Operations' })).getByText('/events')).toBeTruthy();
  expect(screen.getByText('2 results').getAttribute('role')).toBe('status');
});

test('arrow keys choose and Enter opens; next time the page is offered at once', async () => {
  const { user, field, onClose } = renderDialog();
  await user.type(field, 'e');
  await screen.findByRole('option', { name: /List events/ });
  await user.keyboard('{ArrowDown}{Enter}');
  expect(window.location.pathname).toBe('/reference/cardea/v2/list-events');
  expect(onClose).toHaveBeenCalled();
  cleanup();
  renderDialog();
  expect(within(screen.getByRole('group', { name: 'Found before' })).getByText('List events')).toBeTruthy();
});

test('Enter without a choice opens the best result', async () => {
  const { user, field } = renderDialog();
  await user.type(field, 'e');
  await screen.findByRole('option', { name: /Errors/ });
  await user.keyboard('{Enter}');
  expect(window.location.pathname).toBe('/docs/errors');
});

test('with the key for elsewhere it opens there, and the list stays', async () => {
  const opened = vi.spyOn(window, 'open').mockReturnValue(null);
  const { user, field, onClose } = renderDialog();
  await user.type(field, 'e');
  await screen.findByRole('option', { name: /List events/ });
  await user.keyboard('{ArrowDown}{Meta>}{Enter}{/Meta}');
  expect(opened).toHaveBeenCalledWith('/reference/cardea/v2/list-events', '_blank', 'noopener');
  expect(onClose).not.toHaveBeenCalled();
  opened.mockRestore();
});

test('before anything is typed there is where to begin', async () => {
  renderDialog();
  const group = await screen.findByRole('group', { name: 'Begin here' });
  expect(within(group).getByText('Cardea API')).toBeTruthy();
});

test('where nothing matches, it says what to try', async () => {
  const { user, field } = renderDialog();
  await user.type(field, 'zzz');
  expect(await screen.findByText(/Nothing matches “zzz”/)).toBeTruthy();
  expect(screen.getByText('Asked for zzz')).toBeTruthy();
});

test('where the index cannot be opened, it says so and tries again with the next letter', async () => {
  let isOffline = true;
  const { user, field } = renderDialog(async () => {
    if (isOffline) throw new Error('offline');
    return openIndex();
  });
  await user.type(field, 'x');
  expect(await screen.findByText(/could not be loaded/)).toBeTruthy();
  isOffline = false;
  await user.clear(field);
  await user.type(field, 'e');
  expect(await screen.findByRole('option', { name: /Errors/ })).toBeTruthy();
});

test('Escape closes', async () => {
  const { user, onClose } = renderDialog();
  await user.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalled();
});
