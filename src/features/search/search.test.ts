import { describe, expect, test } from 'vitest';
import { excerptParts } from './excerpt';
import { groupHits } from './group-hits';
import { cleanUrl, isAbout, toHit } from './guide-hit';
import { parseRecent, remember } from './recent-pages';
import type { SearchHit } from './search-hit';
import { isSearchShortcut } from './shortcut';

const guide: SearchHit = {
  href: '/docs/errors',
  kind: 'guide',
  title: 'Errors',
  deprecated: false,
  excerpt: [],
  rank: 1,
};
describe('excerptParts', () => {
  test('marks what matched', () => {
    expect(excerptParts('a <mark>key</mark> &amp; more')).toEqual([
      { text: 'a ', marked: false },
      { text: 'key', marked: true },
      { text: ' & more', marked: false },
    ]);
  });

  test('leaves markup of the indexed text as text', () => {
    expect(excerptParts('&lt;img src=x onerror=alert(1)&gt;<img src=x>')).toEqual([
      { text: '<img src=x onerror=alert(1)><img src=x>', marked: false },
    ]);
  });

  test('decodes once: an entity that was text stays text', () => {
    expect(excerptParts('&amp;lt;')).toEqual([{ text: '&lt;', marked: false }]);
  });
});

describe('cleanUrl', () => {
  test.each([
    ['/docs/errors.html', '/docs/errors'],
    ['/docs/errors.html#idempotency', '/docs/errors#idempotency'],
    ['/docs/index.html', '/docs'],
    ['/docs/', '/docs'],
    ['/index.html', '/'],
    ['/', '/'],
    ['/reference/cardea/v2/html.html.html', '/reference/cardea/v2/html.html'],
  ])('%s → %s', (url, want) => {
    expect(cleanUrl(url)).toBe(want);
  });
});

const section = (title: string, weight: number) => ({
  title,
  url: `/docs/errors.html#${title.toLowerCase()}`,
  excerpt: `<mark>${title}</mark>`,
  weighted_locations: [{ weight }],
});
const errorsPage = {
  url: '/docs/errors.html',
  excerpt: 'page',
  content: 'Every error has a code.',
  meta: { title: 'Errors' },
  sub_results: [section('Shape', 1), section('Retry', 3)],
};
describe('toHit', () => {
  test('a guide leads to the section that matches best', () => {
    const hit = toHit(errorsPage, 2, 'retry');
    expect(hit).toMatchObject({ href: '/docs/errors#retry', title: 'Errors', section: 'Retry', kind: 'guide' });
  });

  test('a guide that is asked for by its title leads to its beginning', () => {
    expect(toHit(errorsPage, 2, 'errors')).toMatchObject({ href: '/docs/errors', section: undefined });
  });

  test('a title that is asked for comes before a text that has the word', () => {
    expect(toHit(errorsPage, 3, 'errors').rank).toBeLessThan(toHit(errorsPage, 0, 'retry').rank);
  });
});

describe('isAbout', () => {
  test.each([
    ['errors', true],
    ['ERRORED', true],
    ['code', true],
    ['zzzqqq', false],
    ['zzzqqq code', true],
  ])('%s', (query, want) => {
    expect(isAbout(errorsPage, query)).toBe(want);
  });
});

describe('groups', () => {
  const hit = (kind: SearchHit['kind'], rank: number): SearchHit => ({
    ...guide,
    href: `/${kind}/${rank}`,
    kind,
    rank,
  });

  test('the group with the best hit comes first, and in it the best hit', () => {
    const groups = groupHits([hit('guide', 30), hit('operation', 40), hit('guide', 50), hit('operation', 20)]);
    expect(groups.map(({ title, items }) => [title, items.map(({ rank }) => rank)])).toEqual([
      ['Operations', [20, 40]],
      ['Guides', [30, 50]],
    ]);
  });

  test('a group shows what fits a screen, and says how many there are', () => {
    const many = Array.from({ length: 20 }, (_, rank) => hit('operation', rank));
    expect(groupHits(many)).toMatchObject([{ items: many.slice(0, 7), total: 20 }]);
  });
});

describe('recent pages', () => {
  test('the latest comes first, once, and the sixth is forgotten', () => {
    let list = ['a', 'b', 'c', 'd', 'e'].map((title) => ({ href: `/${title}`, title }));
    list = remember(list, { href: '/c', title: 'c' });
    list = remember(list, { href: '/f', title: 'f' });
    expect(list.map(({ title }) => title)).toEqual(['f', 'c', 'a', 'b', 'd']);
  });

  test.each([
    null,
    '',
    'x',
    '{}',
    '[{"href":"javascript:alert(1)","title":"x"}]',
    '[{"href":"//other.example","title":"x"}]',
    '[7]',
  ])('stored %s is nothing', (stored) => {
    expect(parseRecent(stored)).toEqual([]);
  });
});

describe('isSearchShortcut', () => {
  const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
    key,
    metaKey: false,
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    ...held,
  });
  test.each([
    ['⌘K', press('k', { metaKey: true }), false, true],
    ['Ctrl K', press('K', { ctrlKey: true }), true, true],
    ['/', press('/'), false, true],
    ['/ typed with Shift, as on many keyboards', press('/', { shiftKey: true }), false, true],
    ['/ while writing', press('/'), true, false],
    ['k', press('k'), false, false],
    ['Ctrl Alt K', press('k', { ctrlKey: true, altKey: true }), false, false],
  ])('%s', (_, event, writing, want) => {
    expect(isSearchShortcut(event, writing)).toBe(want);
  });
});
