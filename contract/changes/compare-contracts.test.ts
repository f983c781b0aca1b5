import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { aContract, anOperation, aParameter, aResponse } from '../model.fixture.ts';
import type { Contract, Operation, Schema } from '../model.ts';
import { readContract } from '../read/index.ts';
import { compareContracts, groupChanges } from './index.ts';

const said = ({ shared, operations }: ReturnType<typeof compareContracts>) => [
  ...shared.map(({ change, except }) =>
    [change.where, change.path, change.text, ...except.map(({ id }) => id)].join(' | '),
  ),
  ...operations.map(({ kind, before, after }) => `${kind} ${(before ?? after)?.id}`),
];

const problem = (name: string): Schema => ({ type: 'object', properties: { [name]: { type: 'string' } } });
const four = (difference: (index: number) => Partial<Operation>) =>
  aContract([0, 1, 2, 3, 4].map((index) => anOperation({ id: `o${index}`, path: `/o${index}`, ...difference(index) })));

describe('what operations have in common', () => {
  test('is told once, and the answers that it is in together', () => {
    const errors = (name: string) => [aResponse('404', problem(name)), aResponse('400', problem(name))];
    const changes = compareContracts(
      four(() => ({ responses: errors('error') })),
      four(() => ({ responses: errors('title') })),
    );
    expect(said(changes)).toEqual([
      'answers 400 and 404 | error | was removed',
      'answers 400 and 404 | title | is new',
    ]);
  });

  test('names the operations that do not have it, where they are few', () => {
    const page = aParameter({ name: 'page', in: 'query' });
    const before = four(() => ({ parameters: [page] }));
    const after = four((index) => ({ parameters: index === 4 ? [page] : [] }));
    expect(said(compareContracts(before, after))).toEqual(['query parameter page |  | was removed | o4']);
  });

  test('stays with the operations where it is in fewer than four of five', () => {
    const before = four(() => ({}));
    const after = four((index) => ({ parameters: index < 3 ? [aParameter({ name: 'a', in: 'query' })] : [] }));
    expect(said(compareContracts(before, after))).toEqual(['changed o0', 'changed o1', 'changed o2']);
  });

  test('counts by the operations that have the answer', () => {
    const answers = (index: number, name: string) => (index < 3 ? [aResponse('404', problem(name))] : []);
    const before = four((index) => ({ responses: answers(index, 'error') }));
    const after = four((index) => ({ responses: answers(index, 'title') }));
    expect(said(compareContracts(before, after))).toEqual([
      'answer 404 | error | was removed',
      'answer 404 | title | is new',
    ]);
  });

  test('is told of the base address', () => {
    const at = (url: string): Contract => ({ ...aContract([anOperation()]), servers: [{ url }] });
    expect(said(compareContracts(at('/v1'), at('/v2')))).toEqual(['base address |  | is /v2 instead of /v1']);
  });
});

test('webhooks are compared with webhooks only', () => {
  const hook = anOperation({ id: 'paid', kind: 'webhook', method: 'post', path: 'paid' });
  const before = { ...aContract([anOperation({ id: 'paid' })]), webhooks: [] };
  const after = { ...aContract([]), webhooks: [hook] };
  expect(said(compareContracts(before, after))).toEqual(['removed paid', 'added paid']);
});

test('members beside each other of which the same is said are told together, what breaks first', () => {
  const at = (...names: string[]): Schema => ({
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, true])),
  });
  const contract = (schema: Schema) => aContract([anOperation({ responses: [aResponse('200', schema)] })]);
  const [operation] = compareContracts(contract(at('a', 'b')), contract(at('c', 'd', 'e'))).operations;
  expect(groupChanges(operation?.changes ?? [])).toEqual([
    { isBreaking: true, where: 'answer 200', names: ['a', 'b'], text: 'were removed' },
    { isBreaking: false, where: 'answer 200', names: ['c', 'd', 'e'], text: 'are new' },
  ]);
});

test('what several answers have in common is said of several', () => {
  const contract = (...statuses: string[]) =>
    aContract([anOperation({ responses: statuses.map((one) => aResponse(one)) })]);
  const [operation] = compareContracts(contract('200'), contract('200', '409', '422')).operations;
  expect(groupChanges(operation?.changes ?? [])).toMatchObject([{ where: 'answers 409 and 422', text: 'are new' }]);
});

const sample = (version: string) => path.resolve(import.meta.dirname, `../../openapi/cardea/${version}.yaml`);
const read = (file: string) => readContract({ api: 'api', version: 'v1', file });

describe('of real descriptions', () => {
  test.each(['v1', 'v2'])("the sample's %s has no change to itself", async (version) => {
    const [one, other] = [await read(sample(version)), await read(sample(version))];
    expect(compareContracts(one, other)).toEqual({ shared: [], operations: [] });
  });

  test('what is added in one direction is removed in the other', async () => {
    const [v1, v2] = await Promise.all([read(sample('v1')), read(sample('v2'))]);
    const ids = (changes: ReturnType<typeof compareContracts>, kind: string) =>
      changes.operations.filter((change) => change.kind === kind).map(({ before, after }) => (before ?? after)?.id);
    const [there, back] = [compareContracts(v1, v2), compareContracts(v2, v1)];
    expect(ids(there, 'added')).toEqual(ids(back, 'removed'));
    expect(ids(there, 'removed')).toEqual(ids(back, 'added'));
    const members = (changes: ReturnType<typeof compareContracts>, text: RegExp) =>
      changes.operations
        .flatMap((one) => one.changes)
        .filter(({ rule, text: words }) => rule.includes('property') && text.test(words))
        .map(({ path: place }) => place)
        .sort();
    expect(members(there, /new/).length).toBeGreaterThan(20);
    expect(members(there, /new/)).toEqual(members(back, /removed/));
  });

  test('the sample says what its guide says', async () => {
    const changes = compareContracts(await read(sample('v1')), await read(sample('v2')));
    expect(changes.operations.filter(({ kind }) => kind === 'removed')).toEqual([]);
    const became = new Map(
      changes.operations.map(({ before, after, also }) => [before?.id, [after, ...also].map((one) => one?.id)]),
    );
    expect(became.get('createCredential')).toEqual(['createCredentialOffer']);
    expect(became.get('replaceCredential')).toEqual(['updateCredential', 'suspendCredential', 'reinstateCredential']);
    expect(said(changes)).toContain(
      'authentication |  | takes Authorization: Bearer (OAuth 2.0) instead of header X-Cardea-Key',
    );
  });
});
