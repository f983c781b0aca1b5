import { expect, test } from 'vitest';
import { aContract, anOperation } from '../../../contract/model.fixture.ts';
import type { Contract } from '../../../contract/model.ts';
import { createMarkdownRenderer } from '../markdown/render-markdown.ts';
import { buildNav, outlineOf } from './build-nav.ts';
import { buildOverview } from './build-overview.ts';
import { otherVersions } from './other-versions.ts';

const operation = (id: string, ...tags: string[]) => anOperation({ id, slug: id, summary: id, tags });
const tag = (name: string) => ({ name, slug: name.toLowerCase() });

const v2: Contract = {
  ...aContract([operation('list', 'Things'), operation('get', 'Things', 'Odds'), operation('odd', 'Odds')]),
  webhooks: [
    anOperation({ id: 'made', slug: 'made', kind: 'webhook', method: 'post', path: 'thing.made', tags: ['Things'] }),
  ],
  tags: [tag('Odds'), tag('Things'), tag('Empty')],
  version: 'v2',
};
const v1: Contract = { ...aContract([operation('list', 'Things')]), tags: [tag('Things')] };

test('the way around has each operation once, under its first tag, and no empty tags', () => {
  const nav = buildNav(v2, 'API');
  expect(nav.groups.map(({ name, items }) => [name, items.map(({ slug }) => slug)])).toEqual([
    ['Odds', ['odd']],
    ['Things', ['list', 'get', 'made']],
  ]);
  expect(nav.groups[1]?.items[2]).toMatchObject({ method: 'webhook', path: 'thing.made' });
  expect(outlineOf(nav).groups).toEqual([
    { name: 'Odds', slug: 'odds', count: 1 },
    { name: 'Things', slug: 'things', count: 3 },
  ]);
});

test('another version is reached at the same operation, else at its overview', () => {
  expect(otherVersions(v2, [v2, v1], 'list')).toEqual([{ version: 'v1', href: '/reference/api/v1/list', same: true }]);
  expect(otherVersions(v2, [v2, v1], 'get')).toEqual([{ version: 'v1', href: '/reference/api/v1', same: false }]);
  expect(otherVersions(v1, [v1, { ...v2, api: 'other' }])).toEqual([]);
});

test('an operation that was renamed is reached by what it became, and by what it was', () => {
  const at = (path: string, ...tags: string[]) =>
    anOperation({ ...operation(path.slice(1), ...tags), path, method: 'delete' });
  const older: Contract = aContract([at('/old', 'Things')]);
  const newer: Contract = {
    ...aContract([{ ...at('/new', 'Things'), extensions: { 'x-replaces': 'old' } }]),
    version: 'v2',
  };
  const all = [newer, older];
  const link = { same: false, title: expect.any(String) as string };
  expect(otherVersions(older, all, 'old')).toEqual([{ version: 'v2', href: '/reference/api/v2/new', ...link }]);
  expect(otherVersions(newer, all, 'new')).toEqual([{ version: 'v1', href: '/reference/api/v1/old', ...link }]);
});

const download = { href: '/x.yaml', fileName: 'x.yaml', bytes: 1 };
const overviewOf = (contract: Contract) =>
  buildOverview(buildNav(contract, 'API'), download, { contract, all: [contract], render: createMarkdownRenderer() });

test('the overview lists the operations of a small API, and only the tags of a large one', () => {
  const many = Array.from({ length: 200 }, (_, index) => operation(`op${index}`, 'Things'));
  expect(overviewOf(v2).groups[1]).toMatchObject({ count: 3, items: [{}, {}, {}] });
  expect(overviewOf({ ...v2, operations: many }).groups).toMatchObject([{ count: 201, items: [] }]);
});

test('links of the description lead to the web or by mail, never run', () => {
  const info = {
    title: 'API',
    version: '1',
    termsOfService: 'javascript:alert(1)',
    contact: { url: 'javascript:alert(1)', email: 'api@x.example' },
    license: { name: 'Apache', identifier: 'Apache-2.0' },
  };
  const overview = overviewOf({ ...v2, info });
  expect(overview.terms).toBeUndefined();
  expect(overview.contact).toEqual({ title: 'api@x.example', href: 'mailto:api@x.example' });
  expect(overview.license?.href).toBe('https://spdx.org/licenses/Apache-2.0.html');
});

test('tags by themselves come first, then those under headings in their order', () => {
  const tagGroups = [{ name: 'Core', tags: ['Things', 'Empty'] }];
  const nav = buildNav({ ...v2, tagGroups }, 'API');
  expect(nav.groups.map(({ name, under }) => [name, under])).toEqual([
    ['Odds', undefined],
    ['Things', 'Core'],
  ]);
  expect(outlineOf(nav).groups[1]).toEqual({ name: 'Things', slug: 'things', count: 3, under: 'Core' });
});

test.each([
  ['the first sections where none is open', undefined, 't0'],
  ['the sections around the open one', 't150', 't120'],
  ['the last sections for one of the last', 't299', 't240'],
])('an outline of many sections has %s', (_name, open, first) => {
  const groups = Array.from({ length: 300 }, (_, index) => ({ name: `T${index}`, slug: `t${index}`, items: [] }));
  const outline = outlineOf({ api: 'api', version: 'v1', title: 'API', groups }, open);
  expect(outline).toMatchObject({ hidden: 240 });
  expect(outline.groups).toHaveLength(60);
  expect(outline.groups[0]?.slug).toBe(first);
});

test('the overview says how an access token is had, and where there is more to read', () => {
  const contract: Contract = {
    ...v2,
    document: { externalDocs: { url: 'https://x.example/docs', description: 'Handbook' } },
    securitySchemes: {
      oauth: {
        type: 'oauth2',
        flows: {
          clientCredentials: { tokenUrl: 'https://x.example/token', scopes: { 'a:read': 'Read it', 'a:write': '' } },
        },
      },
      oidc: { type: 'openIdConnect', openIdConnectUrl: 'javascript:alert(1)' },
    },
  };
  const overview = overviewOf(contract);
  expect(overview.externalDocs).toEqual({ href: 'https://x.example/docs', text: 'Handbook' });
  expect(overview.security[0]?.flows).toEqual([
    {
      name: 'Client credentials',
      addresses: [{ name: 'Get a token from', url: 'https://x.example/token' }],
      scopes: [
        { name: 'a:read', text: 'Read it' },
        { name: 'a:write', text: '' },
      ],
    },
  ]);
  expect(overview.security[1]?.openIdConnectUrl).toBeUndefined();
});
