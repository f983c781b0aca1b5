import { describe, expect, test } from 'vitest';
import { excerptParts } from './excerpt';
import { groupHits, rankHit } from './group-hits';
import { cleanUrl, isAbout, toHit, type SearchHit } from './search-hit';
import { parseRecent, remember } from './recent-pages';
import { isSearchShortcut } from './shortcut';

const guide: SearchHit = {
  href: '/docs/errors',
  kind: 'guide',
  title: 'Errors',
  deprecated: false,
  excerpt: [],
  score: 1,
};
const operation: SearchHit = {
  ...guide,
  href: '/reference/cardea/v2/create-credential-offer',
  kind: 'operation',
  title: 'Create a credential offer',
  method: 'POST',
  path: '/credential-offers',
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
const meta = {
  title: 'Create an offer',
  kind: 'operation',
  method: 'POST',
  path: '/offers',
  api: 'cardea',
  version: 'v2',
};
const offerPage = { url: '/reference/cardea/v2/create-offer', excerpt: '', content: 'Offers a credential.', meta };

describe('toHit', () => {
  test('a guide leads to the section that matches best', () => {
    const hit = toHit(errorsPage, 2, 'retry');
    expect(hit).toMatchObject({ href: '/docs/errors#retry', title: 'Errors', section: 'Retry', kind: 'guide' });
  });

  test('a guide that is asked for by its title leads to its beginning', () => {
    expect(toHit(errorsPage, 2, 'errors')).toMatchObject({ href: '/docs/errors', section: undefined });
  });

  test('an operation keeps its method, path and version', () => {
    expect(toHit(offerPage, 1, 'offer')).toMatchObject({
      kind: 'operation',
      method: 'POST',
      path: '/offers',
      source: 'cardea v2',
      section: undefined,
    });
  });

  test('a webhook is marked as one, not by the method of its delivery', () => {
    const webhook = { ...offerPage, meta: { ...meta, kind: 'webhook' } };
    expect(toHit(webhook, 1, 'offer')).toMatchObject({ kind: 'operation', method: 'webhook' });
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

  test('an operation is about its path', () => {
    expect(isAbout(offerPage, '/offers')).toBe(true);
  });
});

describe('ranking', () => {
  test.each([
    ['the whole title', 'create a credential offer'],
    ['a path', '/credential-offers'],
    ['a method and a path', 'post /credential-offers'],
  ])('%s comes before a page that merely has the words more often', (_, query) => {
    const groups = groupHits([{ ...guide, score: 3 }, operation], query);
    expect(groups.map(({ title }) => title)).toEqual(['API reference', 'Guides']);
  });

  test('a deprecated operation gives way to its successor', () => {
    const old = { ...operation, href: '/reference/cardea/v1/x', deprecated: true };
    expect(groupHits([old, operation], 'offer')[0]?.items).toEqual([operation, old]);
  });

  test('without a query the order is that of the index', () => {
    expect(rankHit({ ...guide, score: 5 }, '')).toBe(5);
  });

  test('a group shows at most seven', () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ ...guide, href: `/docs/${index}` }));
    expect(groupHits(many, 'errors')[0]?.items).toHaveLength(7);
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
