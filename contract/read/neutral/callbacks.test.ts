import { expect, test } from 'vitest';
import { readDescription, sentencesOf } from '../description.fixture.ts';

const ok = { responses: { 200: { description: 'Fine' } } };
const paid = {
  post: { operationId: 'onPaid', requestBody: { content: { 'application/json': { schema: {} } } }, ...ok },
};

test('each expression and method is one, with everything that an operation has', () => {
  const { operations } = readDescription({
    tags: [{ name: 'T' }],
    paths: {
      '/a': {
        post: {
          tags: ['T'],
          callbacks: {
            paid: { '{$request.body#/url}': paid, '{$request.body#/other}': { put: ok, delete: ok }, 'x-note': 1 },
          },
          ...ok,
        },
      },
    },
  });
  expect(
    operations[0]?.callbacks.map(({ name, request }) => [name, request.kind, request.method, request.path]),
  ).toEqual([
    ['paid', 'callback', 'post', '{$request.body#/url}'],
    ['paid', 'callback', 'put', '{$request.body#/other}'],
    ['paid', 'callback', 'delete', '{$request.body#/other}'],
  ]);
  expect(operations[0]?.callbacks[0]?.request).toMatchObject({
    id: 'onPaid',
    pointer: '/paths/~1a/post/callbacks/paid/{$request.body#~1url}/post',
    tags: ['T'],
    requestBody: { content: [{ type: 'application/json' }] },
    responses: [{ status: '200' }],
  });
});

test('references to a callback and to its path item are followed; one within another is empty', () => {
  const contract = readDescription({
    tags: [{ name: 'T' }],
    components: {
      callbacks: { Paid: { '{$url}': { $ref: '#/components/pathItems/P' } } },
      pathItems: { P: { post: { ...ok, callbacks: { again: { '{$url}': paid } } } } },
    },
    paths: Object.fromEntries(
      ['/a', '/b'].map((path) => [
        path,
        { get: { tags: ['T'], callbacks: { paid: { $ref: '#/components/callbacks/Paid' } }, ...ok } },
      ]),
    ),
  });
  for (const operation of contract.operations) {
    expect(operation.callbacks).toMatchObject([{ name: 'paid', request: { path: '{$url}', callbacks: [] } }]);
  }
  expect(sentencesOf(contract)).toEqual([]);
});

test('they take no name from an operation, and need no key of the platform', () => {
  const { operations } = readDescription({
    tags: [{ name: 'T' }],
    security: [{ key: [] }],
    components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
    paths: {
      '/a': { get: { operationId: 'first', tags: ['T'], callbacks: { c: { '{$url}': paid } }, ...ok } },
      '/b': { get: { operationId: 'onPaid', tags: ['T'], ...ok } },
    },
  });
  expect(operations.map(({ id, slug }) => [id, slug])).toEqual([
    ['first', 'first'],
    ['onPaid', 'on-paid'],
  ]);
  expect(operations[0]?.callbacks[0]?.request).toMatchObject({
    id: 'onPaid-2',
    slug: 'callback-on-paid',
    security: [],
  });
});

test('a tag that only a callback names is not added', () => {
  const contract = readDescription({
    tags: [{ name: 'T' }],
    paths: {
      '/a': { get: { tags: ['T'], callbacks: { c: { '{$url}': { post: { ...ok, tags: ['Mine'] } } } }, ...ok } },
    },
  });
  expect(contract.tags.map(({ name }) => name)).toEqual(['T']);
  expect(sentencesOf(contract)).toEqual([]);
});
