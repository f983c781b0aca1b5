// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { FeedbackItem, FeedbackQuery, TeamFeedbackCalls } from '../../../portal-client';
import { Inbox } from './Inbox';

afterEach(cleanup);

function anItem(given: Partial<FeedbackItem>): FeedbackItem {
  return {
    ...{ id: 'fbk_1', version: 1, received_at: '2026-11-21T09:31:04.120Z', kind: 'page', page: '/docs/webhooks' },
    ...{ helpful: false, reason: 'missing', comment: null, email: null, person: null, organization: null },
    ...{ exchange: null, held: null, state: 'new', changed_by: null, changed_at: null },
    ...given,
  };
}

function setUp(data: FeedbackItem[], change?: TeamFeedbackCalls['change']) {
  const asked: FeedbackQuery[] = [];
  const changes: unknown[] = [];
  const calls: TeamFeedbackCalls = {
    list: async (query) => {
      asked.push(query);
      const shown = data.filter(({ held }) => (held !== null) === (query.held ?? false));
      return { kind: 'ok', value: { data: shown, has_more: false, held: data.length - shown.length } };
    },
    change:
      change ??
      (async (item, wanted) => {
        changes.push({ ...item, ...wanted });
        const before = item as FeedbackItem;
        const held = wanted.held === false ? null : before.held;
        return { kind: 'ok', value: { ...before, state: wanted.state ?? before.state, held, version: 2 } };
      }),
  };
  render(<Inbox calls={calls} />);
  return { asked, changes, user: userEvent.setup() };
}

test('what was said stands there as text, with the place and who said it', async () => {
  setUp([anItem({ comment: '<b>no</b>', person: 'Ada', organization: 'University' })]);
  const item = await screen.findByRole('article', { name: /Page The page was not helpful/ });
  expect(within(item).getByText('<b>no</b>')).toBeTruthy();
  expect(within(item).getByText('Ada, University')).toBeTruthy();
  expect(within(item).getByRole('link', { name: '/docs/webhooks' })).toBeTruthy();
});

test('a state is chosen where the item stands, with the version that was read', async () => {
  const { changes, user } = setUp([anItem({ version: 3 })]);
  await user.selectOptions(await screen.findByRole('combobox', { name: 'State' }), 'planned');
  expect(changes).toMatchObject([{ id: 'fbk_1', version: 3, state: 'planned' }]);
});

test('a colleague who was faster is told of, and nothing is lost', async () => {
  const problem = {
    ...{ kind: 'refused' as const, code: 'resource-conflict', status: 409, title: 'Conflict', places: [] },
    ...{ detail: 'A colleague changed this item.', retryAfterSeconds: null, guide: null },
  };
  const { user } = setUp([anItem({})], async () => ({ kind: 'problem', problem }));
  const choice = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'State' });
  await user.selectOptions(choice, 'declined');
  expect(await screen.findByText('A colleague changed this item.')).toBeTruthy();
  expect(choice.value).toBe('new');
  expect(screen.getByRole('button', { name: 'Read again' })).toBeTruthy();
});

test('what is held is apart, says why, and counts when it is let', async () => {
  const { user, changes } = setUp([anItem({}), anItem({ id: 'fbk_2', held: 'too-quick', comment: 'Buy' })]);
  await user.click(await screen.findByRole('checkbox', { name: 'Held (1)' }));
  expect(await screen.findByText('It was written faster than anybody writes.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Let it count' }));
  expect(changes).toMatchObject([{ id: 'fbk_2', held: false }]);
  await waitFor(() => expect(screen.queryByText('Buy')).toBeNull());
});

test('words and kinds narrow it; nothing like it is said in words', async () => {
  const { asked, user } = setUp([]);
  await user.type(screen.getByRole('searchbox', { name: 'Words in feedback' }), 'refund');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'quote');
  expect(await screen.findByText('Nothing that was said is like this.')).toBeTruthy();
  await waitFor(() => expect(asked.at(-1)).toEqual({ words: 'refund', kind: 'quote' }));
});

test('J and K go from one item to the next', async () => {
  const { user } = setUp([anItem({}), anItem({ id: 'fbk_2', comment: 'second' })]);
  const items = await screen.findAllByRole('article');
  items[0]?.focus();
  await user.keyboard('j');
  expect(document.activeElement).toBe(items[1]);
  await user.keyboard('k');
  expect(document.activeElement).toBe(items[0]);
});
