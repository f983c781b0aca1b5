import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { ChangesPage } from '../../../../contract/reference-page';
import { ChangesView } from './ChangesView';
import { countsInWords } from './counts-in-words';

const link = (title: string, version: string) => ({ title, href: `/reference/a/${version}/${title}`, method: 'get' });
const page: ChangesPage = {
  kind: 'changes',
  api: 'a',
  version: 'v2',
  slug: 'v1',
  from: 'v1',
  title: 'What changed from v1 to v2',
  excerpt: '',
  counts: { breaking: 2, added: 1, changed: 1, removed: 0, deprecated: 0 },
  shared: [
    {
      isBreaking: true,
      place: 'answers 400 and 404',
      names: ['error'],
      text: 'was removed',
      except: [link('odd', 'v2')],
    },
  ],
  operations: [
    {
      kind: 'changed',
      anchor: 'get-it',
      title: 'Get it',
      method: 'get',
      path: '/it',
      before: link('Fetch it', 'v1'),
      after: link('Get it', 'v2'),
      also: [link('Lock it', 'v2')],
      breaking: 1,
      changes: [
        { isBreaking: true, place: 'answer 200', names: ['a', 'b'], text: 'were removed' },
        { isBreaking: false, place: 'answer 200', names: ['<img src=x>'], text: 'is new' },
      ],
      more: 3,
    },
    {
      kind: 'added',
      anchor: 'new',
      title: 'New',
      method: 'put',
      path: '/new',
      after: link('New', 'v2'),
      breaking: 0,
      changes: [],
    },
  ],
  otherVersions: [],
};

afterEach(() => {
  cleanup();
  window.history.replaceState({}, '', '/');
});

test('an operation stands under its name with its pages in both versions and its changes', () => {
  render(<ChangesView page={page} />);
  const operation = screen.getByRole('region', { name: 'Get it' });
  expect(within(operation).getByRole('heading').id).toBe('get-it');
  expect(
    within(operation)
      .getAllByRole('link')
      .map((one) => one.getAttribute('href')),
  ).toEqual(['#get-it', '/reference/a/v1/Fetch it', '/reference/a/v2/Get it', '/reference/a/v2/Lock it']);
  expect(operation.textContent).toContain('a, b were removed breaking');
  expect(operation.textContent).toContain('and 3 more');
});

test('text of a description is text', () => {
  const { container } = render(<ChangesView page={page} />);
  expect(container.querySelector('img')).toBeNull();
  expect(screen.getByText('<img src=x>')).toBeTruthy();
});

test('what all have in common names those that have it not', () => {
  render(<ChangesView page={page} />);
  const shared = screen.getByRole('region', { name: 'For all operations' });
  expect(shared.textContent).toContain('error was removed breaking, not in odd');
});

test('new operations are listed with their pages', () => {
  render(<ChangesView page={page} />);
  const added = screen.getByRole('region', { name: 'New operations' });
  expect(within(added).getByRole('link', { name: 'New' }).getAttribute('href')).toBe('/reference/a/v2/New');
});

test.each([
  ['/changes', 'all', 'All changes'],
  ['/changes?show=breaking', 'breaking', 'Breaking only 2'],
])('%s shows %s', (address, shown, current) => {
  window.history.replaceState({}, '', address);
  render(<ChangesView page={page} />);
  expect(screen.getByRole('article').dataset.shown).toBe(shown);
  expect(screen.getByRole('link', { name: current }).getAttribute('aria-current')).toBe('true');
});

test('a version that is the same says so, and has nothing to filter', () => {
  const counts = { breaking: 0, added: 0, changed: 0, removed: 0, deprecated: 0 };
  render(<ChangesView page={{ ...page, counts, shared: [], operations: [] }} />);
  expect(screen.getByText(/Nothing that an integration can notice changed/)).toBeTruthy();
  expect(screen.queryByRole('navigation', { name: /shown/ })).toBeNull();
});

test.each([
  [
    { changed: 12, removed: 1, added: 30, breaking: 79 },
    '12 operations changed, 1 was removed, 30 are new. 79 changes can break an integration.',
  ],
  [{ changed: 0, removed: 0, added: 1, breaking: 0 }, '1 operation is new. No change can break an integration.'],
  [{ changed: 0, removed: 2, added: 0, breaking: 1 }, '2 operations were removed. 1 change can break an integration.'],
])('%j in words', (counts, words) => {
  expect(countsInWords({ ...counts, deprecated: 0 })).toBe(words);
});
