import { describe, expect, test } from 'vitest';
import { aContract, anOperation, aParameter, aResponse } from '../../../contract/model.fixture.ts';
import type { Contract, Operation, Schema } from '../../../contract/model.ts';
import type { ChangesPage } from '../../../contract/reference-page.ts';
import { createMarkdownRenderer } from '../markdown/render-markdown.ts';
import { buildNav } from '../overview/build-nav.ts';
import { pageTools } from '../page-tools.ts';
import { changedSince } from './changed-since.ts';
import { changesPages } from './changes-pages.ts';

const version = (id: string, ...operations: Operation[]): Contract => ({ ...aContract(operations), version: id });
const one = (id: string, difference: Partial<Operation> = {}) =>
  anOperation({ id, slug: id.toLowerCase(), path: `/${id}`, summary: id, ...difference });

function pagesOf(contract: Contract, all: Contract[]): { path: string; page: ChangesPage }[] {
  const tools = pageTools(contract, all, createMarkdownRenderer());
  return [...changesPages(buildNav(contract, 'API'), tools)].map(({ path, make }) => ({
    path,
    page: make() as ChangesPage,
  }));
}

test('the current version is compared with all older ones, the others with the one before', () => {
  const all = [version('v3'), version('v2'), version('v1'), { ...version('v0'), api: 'other' }];
  const paths = all.map((contract) => pagesOf(contract, all).map(({ path }) => path));
  expect(paths).toEqual([['changes/v2', 'changes/v1'], ['changes/v1'], [], []]);
});

describe('the page', () => {
  const page = aParameter({ name: 'page', in: 'query' });
  const v1 = version('v1', one('same'), one('gone'), one('moved', { parameters: [page] }));
  const v2 = version('v2', one('same'), one('moved', { method: 'get', path: '/to' }), one('fresh', { method: 'put' }));

  test('has each operation with its pages in both versions, a place of its own, and what breaks', () => {
    const [made] = pagesOf(v2, [v2, v1]);
    expect(made?.page.counts).toEqual({ breaking: 3, added: 1, changed: 1, removed: 1, deprecated: 0 });
    expect(made?.page.operations).toMatchObject([
      { kind: 'removed', anchor: 'removed-gone', before: { href: '/reference/api/v1/gone' }, breaking: 1 },
      {
        kind: 'changed',
        anchor: 'moved',
        before: { href: '/reference/api/v1/moved' },
        after: { href: '/reference/api/v2/moved' },
        changes: [{ place: 'address' }, { place: 'query parameter page', text: 'was removed', isBreaking: true }],
        breaking: 2,
      },
      { kind: 'added', anchor: 'fresh', after: { href: '/reference/api/v2/fresh' } },
    ]);
  });

  test('is led to from the operations, which say how much changed', () => {
    const since = (id: string) =>
      changedSince(v2.operations.find((operation) => operation.id === id) ?? one('x'), { contract: v2, all: [v2, v1] });
    const href = '/reference/api/v2/changes/v1';
    expect(since('same')).toEqual({});
    expect(since('moved').changedSince).toEqual({
      from: 'v1',
      href: `${href}#moved`,
      isNew: false,
      count: 2,
      breaking: 2,
    });
    expect(since('fresh').changedSince).toMatchObject({ href: `${href}#fresh`, isNew: true });
  });
});

test('an operation with very many changes shows what breaks first, and says how many more there are', () => {
  const members = (text: string): Schema => ({
    type: 'object',
    properties: Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [`m${index}`, { enum: [`${text}${index}`] }]),
    ),
  });
  const at = (id: string, schema: Schema) => version(id, one('big', { responses: [aResponse('200', schema)] }));
  const v2 = at('v2', members('b'));
  const [operation] = pagesOf(v2, [v2, at('v1', members('a'))])[0]?.page.operations ?? [];
  expect(operation?.changes).toHaveLength(80);
  expect(operation?.changes.every(({ isBreaking }) => isBreaking)).toBe(true);
  expect(operation?.more).toBe(320);
});
