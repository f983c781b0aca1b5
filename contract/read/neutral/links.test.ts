import { expect, test } from 'vitest';
import { readDescription, sentencesOf, warningsOf } from '../description.fixture.ts';

const answering = (links: object) => ({ tags: ['T'], responses: { 201: { description: 'Made', links } } });
const read = (links: object, more: object = {}) =>
  readDescription({
    tags: [{ name: 'T' }],
    paths: {
      '/things': { post: { operationId: 'makeThing', ...answering(links) } },
      '/things/{id}': {
        parameters: [{ name: 'id', in: 'path', required: true }],
        get: { operationId: 'getThing', ...answering({}) },
        delete: answering({}),
      },
    },
    ...more,
  });
const linksOf = (contract: ReturnType<typeof read>) => contract.operations[0]?.responses[0]?.links;

test.each([
  ['operationId', { operationId: 'getThing' }, 'getThing'],
  ['operationRef', { operationRef: '#/paths/~1things~1{id}/get' }, 'getThing'],
  ['operationRef, escaped', { operationRef: '#/paths/~1things~1%7Bid%7D/delete' }, 'delete-things-id'],
])('%s leads to the operation by the id that it has here', (_, link, operationId) => {
  const contract = read({ next: link });
  expect(linksOf(contract)).toMatchObject([{ name: 'next', operationId }]);
  expect(sentencesOf(contract)).toEqual([]);
});

test('a reference is followed; values are text', () => {
  const contract = read(
    { next: { $ref: '#/components/links/Next' } },
    {
      components: {
        links: {
          Next: {
            operationId: 'getThing',
            description: 'd',
            parameters: { id: '$response.body#/id', 'query.page': 1 },
            requestBody: { a: 1 },
          },
        },
      },
    },
  );
  expect(linksOf(contract)).toEqual([
    {
      name: 'next',
      description: 'd',
      operationId: 'getThing',
      parameters: { id: '$response.body#/id', 'query.page': '1' },
      requestBody: '{"a":1}',
    },
  ]);
});

test.each([
  [
    'an unknown id',
    { operationId: 'gone' },
    'the link "next" names an operation that is not here, "gone"; it leads nowhere.',
  ],
  ['another file', { operationRef: 'other.yaml#/paths/~1a/get' }, /names an operation that is not here, "other\.yaml/],
  ['nothing', {}, /names no operation by "operationId" or "operationRef"; it leads nowhere/],
])('%s: the link stays without a target, and its place is told', (_, link, sentence) => {
  const contract = read({ next: link });
  expect(linksOf(contract)).toMatchObject([{ name: 'next', operationId: undefined }]);
  expect(sentencesOf(contract)).toEqual([expect.stringMatching(sentence)]);
  expect(warningsOf(contract)[0]).toMatch(/^a\.json:\d+:\d+: /);
});

test('a path item that is a reference is found by both its pointers', () => {
  const contract = readDescription({
    tags: [{ name: 'T' }],
    components: { pathItems: { P: { get: answering({}) } } },
    paths: {
      '/a': {
        get: answering({
          stated: { operationRef: '#/paths/~1b/get' },
          real: { operationRef: '#/components/pathItems/P/get' },
        }),
      },
      '/b': { $ref: '#/components/pathItems/P' },
    },
  });
  expect(linksOf(contract)).toMatchObject([{ operationId: 'get-b' }, { operationId: 'get-b' }]);
});
