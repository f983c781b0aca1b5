import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readDescription, sentencesOf } from '../description.fixture.ts';
import { publishedDescription } from '../published-description.ts';
import { contractOf } from '../read-contract.ts';
import { parseSource } from '../source/index.ts';

const schema = (name: string) => ({
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
});
const answer = (name: string, more: object = {}) => ({
  responses: { 200: { description: 'Fine', ...schema(name), ...more } },
});
const internal = { 'x-internal': true };
const text = (contract: object) => JSON.stringify(contract);

describe('what is x-internal is no part of the contract', () => {
  test('an operation, a path, a webhook, a callback, a shared path item', () => {
    const contract = readDescription({
      tags: [{ name: 'T' }],
      components: {
        pathItems: { Shared: { ...internal, get: { operationId: 'secretShared', ...answer('Seen') } } },
        schemas: { Seen: {} },
      },
      paths: {
        '/seen': {
          get: {
            operationId: 'seen',
            tags: ['T'],
            callbacks: { c: { '{$url}': { post: { ...internal, ...answer('Seen') }, put: answer('Seen') } } },
            ...answer('Seen'),
          },
          post: { operationId: 'secretPost', ...internal, ...answer('Seen') },
        },
        '/secret-path': { ...internal, get: { operationId: 'secretGet', ...answer('Seen') } },
        '/secret-only': { delete: { operationId: 'secretDelete', ...internal, ...answer('Seen') } },
        '/secret-shared': { $ref: '#/components/pathItems/Shared' },
      },
      webhooks: { secretHook: { post: { ...internal, ...answer('Seen') } } },
    });
    expect(contract.operations.map(({ id }) => id)).toEqual(['seen']);
    expect(contract.operations[0]?.callbacks.map(({ request }) => request.method)).toEqual(['put']);
    expect(contract.webhooks).toEqual([]);
    expect(text(contract)).not.toMatch(/secret/);
    expect(sentencesOf(contract)).toEqual([]);
  });

  test('with it go the schemas, tags, keys and links that only it needs', () => {
    const contract = readDescription({
      tags: [{ name: 'T' }, { name: 'secretTag', description: 'd' }, { name: 'unused' }],
      'x-tagGroups': [{ name: 'All', tags: ['T', 'secretTag'] }],
      components: {
        schemas: {
          Seen: { properties: { a: { $ref: '#/components/schemas/Both' } } },
          Both: {},
          Unused: { $ref: '#/components/schemas/OfUnused' },
          OfUnused: {},
          secretSchema: { oneOf: [{ $ref: '#/components/schemas/secretDeep' }, { $ref: '#/components/schemas/Both' }] },
          secretDeep: { $ref: '#/components/schemas/OfUnused' },
        },
        securitySchemes: { key: { type: 'http', scheme: 'bearer' }, secretKey: { type: 'http', scheme: 'basic' } },
        links: { Shared: { operationId: 'secretGet' } },
      },
      security: [{ key: [] }],
      paths: {
        '/seen': {
          get: {
            tags: ['T'],
            ...answer('Seen', {
              links: {
                a: { operationId: 'secretGet' },
                b: { operationRef: '#/paths/~1secret/get' },
                c: { $ref: '#/components/links/Shared' },
              },
            }),
          },
        },
        '/secret': {
          get: {
            operationId: 'secretGet',
            tags: ['secretTag'],
            security: [{ secretKey: [] }],
            ...internal,
            ...answer('secretSchema'),
          },
        },
      },
    });
    expect(Object.keys(contract.schemas)).toEqual(['Seen', 'Both', 'Unused', 'OfUnused']);
    expect(contract.tags.map(({ name }) => name)).toEqual(['T', 'unused']);
    expect(contract.tagGroups).toEqual([{ name: 'All', tags: ['T'] }]);
    expect(contract.operations[0]?.responses[0]?.links).toEqual([]);
    expect(text(contract)).not.toMatch(/secret/);
    expect(sentencesOf(contract)).toEqual([]);
  });

  test('anything but true says nothing', () => {
    const { operations, published } = readDescription({
      tags: [{ name: 'T' }],
      components: { schemas: { Seen: { description: '"x-internal": true' } } },
      paths: { '/a': { get: { 'x-internal': false, tags: ['T'], ...answer('Seen') } } },
    });
    expect(operations).toHaveLength(1);
    expect(published).toBeUndefined();
  });
});

describe('what readers download', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'portolan-published-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const read = (name: string, content: string) => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return contractOf({ api: 'a', version: 'v1', file }, parseSource(file, content));
  };
  const yaml =
    "# Ours\nopenapi: 3.0.0\ninfo: { title: T, version: '1' }\npaths:\n  /seen:\n    get: { responses: {} }\n";

  test('is the file byte for byte where there is nothing to hide', () => {
    const published = publishedDescription(read('a.yaml', `\ufeff${yaml}`));
    expect(published.bytes).toEqual(readFileSync(path.join(folder, 'a.yaml')));
    expect(published.extension).toBe('.yaml');
  });

  test('has nothing internal, and is in the author’s words otherwise', () => {
    const hidden = '    post: { x-internal: true, responses: {} }\n';
    const nullable = 'components: { schemas: { A: { type: string, nullable: true, example: 2020-01-01 } } }\n';
    const { bytes } = publishedDescription(read('b.yaml', yaml + hidden + nullable));
    expect(bytes.toString()).toContain('nullable: true');
    expect(bytes.toString()).not.toContain('x-internal');
    expect(read('c.yaml', bytes.toString())).toMatchObject({
      operations: [{ id: 'get-seen' }],
      schemas: { A: { type: ['string', 'null'], examples: ['2020-01-01'] } },
    });
  });

  test('is JSON where the file is', () => {
    const content =
      '{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{"/a":{"x-internal":true,"get":{}},"/b":{"get":{}}}}';
    const { bytes, extension } = publishedDescription(read('a.json', content));
    expect(Object.keys((JSON.parse(bytes.toString()) as { paths: object }).paths)).toEqual(['/b']);
    expect(extension).toBe('.json');
  });
});
