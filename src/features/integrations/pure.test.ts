import { describe, expect, test } from 'vitest';
import { isFiltered, noFilters, readFilters, writeFilters } from './directory/filters';
import { isSameDraft, draftOf, logoFault, toggled, wordsByField } from './edit/draft';
import { stateWords } from './edit/state-words';
import { aListing, content } from './integrations.fixture';
import { initialsOf } from './initials';
import { logoSrc } from './logo-src';

describe('the filters of the directory', () => {
  test('stand in the address, and come out of it as they were', () => {
    const filters = { q: 'a b&c', kind: 'supplementary', api: 'cardea/v2', category: 'wallets' } as const;
    expect(writeFilters(filters)).toBe('?q=a+b%26c&kind=supplementary&api=cardea/v2&category=wallets');
    expect(readFilters(writeFilters(filters))).toEqual(filters);
    expect([writeFilters(noFilters), isFiltered(noFilters)]).toEqual(['', false]);
  });

  test('that the service would refuse are left out', () => {
    expect(readFilters(`?kind=none&api=../x&category=%3Cb%3E&q=${'x'.repeat(200)}`)).toEqual({
      ...noFilters,
      q: 'x'.repeat(100),
    });
  });
});

test('a draft is the same in another order, and with an empty link for none', () => {
  const draft = draftOf(aListing({ draft: { ...content, apis: ['a/v1', 'b/v1'] } }));
  expect(isSameDraft(draft, { ...draft, apis: ['b/v1', 'a/v1'], links: { ...draft.links, docs: '' } })).toBe(true);
  expect(isSameDraft(draft, { ...draft, apis: toggled(draft.apis, 'a/v1') })).toBe(false);
});

test('what is wrong is found by its field', () => {
  const words = wordsByField([
    { at: '/links/docs', message: 'must' },
    { at: '/apis/0', message: 'none' },
  ]);
  expect([words.get('links.docs'), words.get('apis')]).toEqual(['must', 'none']);
});

test.each([
  ['image/svg+xml', 10, /scripts/],
  ['text/html', 10, /Choose a PNG/],
  ['image/png', 300_000, /256 KB/],
])('a %s of %i bytes is no logo', (type, size, words) => {
  expect(logoFault({ type, size })).toMatch(words);
});

test.each([
  [{}, 'Draft'],
  [{ state: 'in-review' as const }, 'In review'],
  [{ state: 'returned' as const }, 'Sent back'],
  [{ state: 'approved' as const, approved: content }, 'Approved'],
  [{ state: 'approved' as const, approved: content, is_public: true, launched_at: 'x' }, 'Public'],
  [{ approved: content, is_public: true, launched_at: 'x' }, 'Public, with a draft'],
])('a listing that is %j stands as %s', (difference, word) => {
  expect(stateWords(aListing(difference)).word).toBe(word);
});

test.each([
  ['Halden Campus', 'HC'],
  ['ålesund', 'Å'],
  ['株式会社 テスト', '株テ'],
  ['— ', '·'],
])('%j has the initials %s', (name, want) => {
  expect(initialsOf(name)).toBe(want);
});

test('a logo is loaded from the service and from nowhere else', () => {
  const path = `/api/v1/integration-logos/${'a'.repeat(64)}`;
  expect(logoSrc(path, 'https://api.example')).toBe(`https://api.example${path}`);
  for (const other of ['//evil.example/x.png', 'javascript:alert(1)', `${path}/../x`, 'data:image/png,x'])
    expect(logoSrc(other, '')).toBeNull();
});
