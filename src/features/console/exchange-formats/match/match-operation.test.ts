import { describe, expect, test } from 'vitest';
import type { ReferenceNav } from '../../../../../contract/reference-page';
import type { ForeignRequest } from '../foreign-request';
import { operationMatcher } from './match-operation';

const paths: readonly (readonly [method: string, path: string])[] = [
  ['get', '/offers'],
  ['post', '/offers'],
  ['get', '/offers/{id}'],
  ['get', '/offers/latest'],
  ['get', '/repos/{owner}/{repo}/contents/{path}'],
  ['get', '/repos/{owner}/{repo}/compare/{base}...{head}'],
  ['get', '/repos/{owner}/{repo}/compare/{base}...{head}/files'],
  ['get', '/{owner}/{repo}'],
  ['get', '/odd/it’s (here)/{id}'],
  ['get', '/twice/{id}/{id}'],
  ['get', '/'],
  ['webhook', '/hook'],
];
const nav: ReferenceNav = {
  ...{ api: 'cardea', version: 'v2', title: 'Cardea' },
  groups: [
    {
      name: 'All',
      slug: 'all',
      items: paths.map(([method, path]) => ({ title: path, slug: path, method, path, deprecated: false })),
    },
  ],
};
const match = operationMatcher(nav);
const request = (url: string, method = 'GET'): ForeignRequest => ({
  ...{ name: null, method, url, headers: [], cookies: [], user: null, content: { kind: 'none' }, notes: [] },
});
const found = (url: string, method?: string) => {
  const one = match(request(url, method));
  return one.kind === 'operation' ? [one.item.path, Object.fromEntries(one.path)] : one.why;
};

describe('which operation an address is', () => {
  test.each([
    ['https://portal.example/gateway/cardea/v2/offers', '/offers', {}],
    ['https://portal.example/gateway/cardea/v2/offers/', '/offers', {}],
    ['http://portal.example:3000/proxy/gateway/cardea/v2/offers/1?x=/y', '/offers/{id}', { id: '1' }],
    ['https://api.example/offers/latest', '/offers/latest', {}],
    ['https://api.example/offers/a%2Fb', '/offers/{id}', { id: 'a%2Fb' }],
    ['https://api.example/api/rest/v3/offers/7', '/offers/{id}', { id: '7' }],
    ['{{baseUrl}}/offers/{{id}}', '/offers/{id}', { id: '{{id}}' }],
    ['api.example/offers', '/offers', {}],
    ['/offers', '/offers', {}],
    ['https://me:secret@api.example/offers', '/offers', {}],
    [
      'https://api.example/repos/a/b/compare/main...x.y',
      '/repos/{owner}/{repo}/compare/{base}...{head}',
      { owner: 'a', repo: 'b', base: 'main', head: 'x.y' },
    ],
    [
      'https://api.example/repos/a/b/contents/src/a.ts',
      '/repos/{owner}/{repo}/contents/{path}',
      { owner: 'a', repo: 'b', path: 'src/a.ts' },
    ],
    ['https://api.example/a/b', '/{owner}/{repo}', { owner: 'a', repo: 'b' }],
    ['https://api.example/odd/it%E2%80%99s%20%28here%29/1', '/odd/it’s (here)/{id}', { id: '1' }],
    ['https://api.example/twice/1/1', '/twice/{id}/{id}', { id: '1' }],
    ['https://api.example', '/', {}],
  ])('%s', (url, path, values) => {
    expect(found(url)).toEqual([path, values]);
  });

  test.each([
    ['https://portal.example/gateway/cardea/v1/offers', 'GET', 'It is for cardea/v1, and this page is of cardea/v2.'],
    ['https://api.example/offers', 'PUT', 'Cardea has no PUT there, only GET, POST.'],
    ['https://api.example/nothing/of/this/kind?secret=1', 'GET', 'No path of Cardea is like /nothing/of/this/kind.'],
    ['https://portal.example/gateway/cardea/v2/v1/x/offers', 'GET', 'No path of Cardea is like /v1/x/offers.'],
    ['https://api.example/twice/1/2', 'GET', 'No path of Cardea is like /twice/1/2.'],
    ['https://api.example/hook', 'GET', 'No path of Cardea is like /hook.'],
    [`https://api.example/${'a'.repeat(9_000)}`, 'GET', 'Its address is longer than any that is sent.'],
  ])('%s by %s is none', (url, method, why) => {
    expect(found(url, method)).toBe(why);
  });

  test('of 2,000 requests among 1,200 paths is known before anybody waits', () => {
    const items = Array.from({ length: 1_200 }, (_, index) => ({
      title: '',
      slug: `${index}`,
      method: 'get',
      path: `/group${index % 30}/{a}/thing${index}/{b}`,
      deprecated: false,
    }));
    const large = operationMatcher({ ...nav, groups: [{ name: 'All', slug: 'all', items }] });
    const started = performance.now();
    for (let index = 0; index < 2_000; index += 1)
      large(request(`https://api.example/v3/group1/x/thing${index}/${'y'.repeat(200)}/z/z/z`));
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('a path that looks for the worst of each comparison is done with at once', () => {
    const started = performance.now();
    found(`https://api.example/repos/a/b/compare/${'...'.repeat(2_000)}`);
    found(`https://api.example/repos/a/b/compare/${'.'.repeat(6_000)}/x`);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
