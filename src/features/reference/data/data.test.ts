import { describe, expect, test } from 'vitest';
import type { Fetched } from './fetch-json';
import { JsonCache } from './json-cache';
import { operationHref, readAddress, tagHref } from './page-address';

test.each([
  ['/reference/cardea/v2/get-it', { api: 'cardea', version: 'v2', page: 'get-it' }],
  ['/reference/cardea/v2/get-it.html', { api: 'cardea', version: 'v2', page: 'get-it' }],
  ['/reference/cardea/v2/get-it/', { api: 'cardea', version: 'v2', page: 'get-it' }],
  ['/reference/cardea/v2/schemas/Offer', { api: 'cardea', version: 'v2', page: 'schemas/Offer' }],
  ['/reference/cardea/v2/changes/v1', { api: 'cardea', version: 'v2', page: 'changes/v1' }],
  ['/reference/cardea/v2', undefined],
  ['/reference/cardea/v2/tags/x', { api: 'cardea', version: 'v2', page: 'tags/x' }],
  ['/docs/a/b/c', undefined],
])('the page of %s', (pathname, want) => {
  expect(readAddress(pathname)).toEqual(want);
});

test('addresses', () => {
  expect(operationHref({ api: 'a', version: 'v1', slug: 'x' })).toBe('/reference/a/v1/x');
  expect(tagHref({ api: 'a', version: 'v1' }, 't')).toBe('/reference/a/v1/tags/t');
});

describe('the files of a page load', () => {
  function cache(most: number, answer: (href: string) => Fetched<string> = (href) => ({ kind: 'ready', value: href })) {
    const asked: string[] = [];
    const files = new JsonCache<string>(most, async (href) => {
      asked.push(href);
      return answer(href);
    });
    return { files, asked };
  }

  test('are asked for once, also while one is under way', async () => {
    const { files, asked } = cache(5);
    files.prefetch('a');
    expect(await Promise.all([files.get('a'), files.get('a')])).toEqual(Array(2).fill({ kind: 'ready', value: 'a' }));
    expect(files.peek('a')).toBe('a');
    expect(asked).toEqual(['a']);
  });

  test('are forgotten, the oldest first, when there are many', async () => {
    const { files } = cache(2);
    for (const href of ['a', 'b', 'c']) await files.get(href);
    expect(['a', 'b', 'c'].map((href) => files.peek(href))).toEqual([undefined, 'b', 'c']);
  });

  test.each<Fetched<string>['kind']>(['failed', 'missing'])('are asked for again when one was %s', async (kind) => {
    const { files, asked } = cache(2, () => ({ kind }) as Fetched<string>);
    await files.get('a');
    expect(await files.get('a')).toEqual({ kind });
    expect(asked).toEqual(['a', 'a']);
  });
});
