import { describe, expect, test } from 'vitest';
import { readDescription as read, sentencesOf, warningsOf } from './description.fixture.ts';

const ok = { responses: { 200: { description: 'Fine' } } };
const operation = (more: object = {}) => ({ tags: ['T'], ...ok, ...more });
const oneOperation = (more: object) =>
  read({ tags: [{ name: 'T' }], paths: { '/a': { get: operation(more) } } }).operations[0];

describe('identity', () => {
  const cases: [string, string, string][] = [
    ['createCredentialOffer', '/a', 'create-credential-offer'],
    ['repos/list-for-org', '/a', 'repos-list-for-org'],
    ['getURLForID', '/a', 'get-url-for-id'],
    ['oauth2Token_v2', '/a', 'oauth2-token-v2'],
    ['Größe_ändern', '/a', 'gro-e-andern'],
    ['列出', '/pets/{id}', 'get-pets-id'],
    ['../../etc/passwd', '/a', 'etc-passwd'],
  ];
  test.each(cases)('%s at %s is published as %s', (operationId, path, slug) => {
    expect(read({ paths: { [path]: { get: operation({ operationId }) } } }).operations[0]).toMatchObject({
      id: operationId,
      slug,
    });
  });
  test('without operationId, method and path are the id', () => {
    expect(read({ paths: { '/pets/{id}': { get: operation() } } }).operations[0]).toMatchObject({
      id: 'get-pets-id',
      slug: 'get-pets-id',
    });
  });
  test('clashes are mended, also where letter case or a reserved address makes them', () => {
    const ids = ['listPets', 'list_pets', 'ListPets', 'tags', 'nav', 'listPets'];
    const paths = Object.fromEntries(
      ids.map((operationId, index) => [`/p${index}`, { get: operation({ operationId }) }]),
    );
    const { operations, warnings } = read({ tags: [{ name: 'T' }], paths });
    expect(operations.map(({ slug }) => slug)).toEqual([
      'list-pets',
      'list-pets-2',
      'list-pets-3',
      'tags-2',
      'nav-2',
      'list-pets-4',
    ]);
    expect(operations.at(-1)?.id).toBe('listPets-2');
    expect(warnings).toHaveLength(5);
    for (const warning of warnings) expect(warning).toMatch(/^a\.json:\d+:\d+: /);
    expect(warnings.at(-1)).toContain('the operationId "listPets" is used twice; this one is called "listPets-2"');
  });
  test("webhooks' addresses begin with webhook-, those of 3.0's x-webhooks too", () => {
    const { webhooks } = read({
      paths: {},
      webhooks: { newPet: { post: operation({ operationId: 'onPet' }) }, gone: { post: operation() } },
    });
    expect(webhooks.map(({ slug, kind, path }) => [slug, kind, path])).toEqual([
      ['webhook-on-pet', 'webhook', 'newPet'],
      ['webhook-gone', 'webhook', 'gone'],
    ]);
    expect(read({ openapi: '3.0.3', paths: {}, 'x-webhooks': { ping: { post: operation() } } }).webhooks).toHaveLength(
      1,
    );
  });
});

describe('tags', () => {
  test('undeclared ones are added with a warning each, operations without any are under Other', () => {
    const contract = read({
      tags: [{ name: 'Pets & Co', description: 'd' }],
      paths: { '/a': { get: { tags: ['New', 'New'], ...ok }, post: ok }, '/b': { get: { tags: ['New'], ...ok } } },
    });
    expect(contract.tags.map(({ name, slug }) => [name, slug])).toEqual([
      ['Pets & Co', 'pets-co'],
      ['New', 'new'],
      ['Other', 'other'],
    ]);
    expect(contract.operations.map((found) => found.tags)).toEqual([['New'], ['Other'], ['New']]);
    expect(warningsOf(contract)).toEqual(['a.json:16:5: the tag "New" is not declared under "tags"; it is added.']);
  });
  test('their slugs are unique', () => {
    expect(
      read({ tags: [{ name: 'a b' }, { name: 'A-B' }, { name: '人' }], paths: {} }).tags.map(({ slug }) => slug),
    ).toEqual(['a-b', 'a-b-2', 'tag']);
  });
});

describe('parameters', () => {
  const defaults: [string, { parameter: object; want: object }][] = [
    ['query', { parameter: { in: 'query' }, want: { style: 'form', explode: true, required: false } }],
    ['path', { parameter: { in: 'path', name: 'id' }, want: { style: 'simple', explode: false, required: true } }],
    ['header', { parameter: { in: 'header' }, want: { style: 'simple', explode: false } }],
    ['cookie', { parameter: { in: 'cookie' }, want: { style: 'form', explode: true } }],
    [
      'query deepObject',
      { parameter: { in: 'query', style: 'deepObject' }, want: { style: 'deepObject', explode: false } },
    ],
    ['query, not exploded', { parameter: { in: 'query', explode: false }, want: { style: 'form', explode: false } }],
    ['a style of another place', { parameter: { in: 'query', style: 'matrix' }, want: { style: 'form' } }],
    [
      'content',
      {
        parameter: { in: 'query', content: { 'application/json': { schema: { type: 'object' }, example: 1 } } },
        want: { mediaType: 'application/json', schema: { type: 'object' }, examples: [{ name: 'default', value: 1 }] },
      },
    ],
  ];
  test.each(defaults)('%s (3.1 §4.8.12)', (_, { parameter, want }) => {
    const { operations } = read({
      paths: { '/a/{id}': { get: operation({ parameters: [{ name: 'p', schema: {}, ...parameter }] }) } },
    });
    expect(operations[0]?.parameters[0]).toMatchObject(want);
  });
  test("an operation's replace its path's; Accept, Content-Type and Authorization are ignored", () => {
    const { operations } = read({
      components: { parameters: { Shared: { name: 'p', in: 'query', description: 'of the path' } } },
      paths: {
        '/a': {
          parameters: [{ $ref: '#/components/parameters/Shared' }, { name: 'q', in: 'query' }],
          get: operation({
            parameters: [
              { name: 'p', in: 'query', description: 'own' },
              { name: 'Authorization', in: 'header' },
            ],
          }),
        },
      },
    });
    expect(operations[0]?.parameters.map(({ name, description }) => [name, description])).toEqual([
      ['p', 'own'],
      ['q', undefined],
    ]);
  });
  test('template and parameters are made to agree', () => {
    const contract = read({
      tags: [{ name: 'T' }],
      paths: {
        '/a/{id}': {
          get: operation({
            parameters: [
              { name: 'other', in: 'path' },
              { in: 'body', name: 'b' },
            ],
          }),
        },
      },
    });
    expect(contract.operations[0]?.parameters).toMatchObject([{ name: 'id', in: 'path', schema: { type: 'string' } }]);
    expect(sentencesOf(contract)).toEqual([
      'this parameter needs "name", and "in" as path, query, header or cookie; it is left out.',
      'the path has no {other}, which the path parameter "other" needs; the parameter is left out.',
      'the path parameter {id} is not declared; it is added as text.',
    ]);
  });
});

describe('references outside schemas are resolved', () => {
  test('bodies, responses, headers, examples, links and path items', () => {
    const contract = read({
      components: {
        requestBodies: {
          B: {
            required: true,
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/S' },
                examples: { e: { $ref: '#/components/examples/E' } },
              },
            },
          },
        },
        examples: { E: { summary: 's', value: { $ref: 'this is data' } } },
        responses: { R: { description: 'r', headers: { 'X-A': { $ref: '#/components/headers/H' } } } },
        headers: { H: { schema: { type: 'integer' } } },
        pathItems: {
          P: {
            get: operation({
              requestBody: { $ref: '#/components/requestBodies/B' },
              responses: { 200: { $ref: '#/components/responses/R', description: 'own' } },
            }),
          },
        },
        schemas: { S: { type: 'object' } },
      },
      paths: { '/a': { $ref: '#/components/pathItems/P' } },
    });
    expect(contract.operations[0]).toMatchObject({
      pointer: '/components/pathItems/P/get',
      requestBody: {
        required: true,
        content: [
          {
            schema: { $ref: '#/components/schemas/S' },
            examples: [{ name: 'e', summary: 's', value: { $ref: 'this is data' } }],
          },
        ],
      },
      responses: [{ status: '200', description: 'own', headers: [{ name: 'X-A', schema: { type: 'integer' } }] }],
    });
  });
});

describe('what is missing or odd is mended with a warning', () => {
  const cases: [string, { description: object; warning: RegExp; want: object }][] = [
    [
      'responses',
      {
        description: { paths: { '/a': { get: { tags: [] } } } },
        warning: /declares no response/,
        want: { operations: [{ responses: [] }] },
      },
    ],
    [
      'a status',
      {
        description: { paths: { '/a': { get: { responses: { '4xx': {}, abc: {} } } } } },
        warning: /"abc" is not a status/,
        want: { operations: [{ responses: [{ status: '4XX', description: '' }] }] },
      },
    ],
    [
      'a title',
      {
        description: { info: {}, paths: { '/a': { get: ok } } },
        warning: /"info.title" is missing; "a" is shown/,
        want: { info: { title: 'a', version: 'v1' } },
      },
    ],
    ['all operations', { description: { paths: null }, warning: /has no operations/, want: { operations: [] } }],
    [
      'a security scheme',
      {
        description: { paths: { '/a': { get: { ...ok, security: [{ none: [] }, {}] } } } },
        warning: /no security scheme "none"/,
        want: { operations: [{ security: [{}] }] },
      },
    ],
    [
      'the slash of a path',
      {
        description: { paths: { a: { get: ok }, '/b': { get: ok } } },
        warning: /does not begin with "\/"/,
        want: { operations: [{ path: '/b' }] },
      },
    ],
    [
      'a schema',
      {
        description: {
          components: { schemas: { S: { type: 'text', properties: [], required: true, enum: [] } } },
          paths: { '/a': { get: ok } },
        },
        warning: /"type" must be one or more of .* not "text"/,
        want: { schemas: { S: {} } },
      },
    ],
    [
      'a schema that is none',
      {
        description: { components: { schemas: { S: 'string' } }, paths: { '/a': { get: ok } } },
        warning: /read as "any value"/,
        want: { schemas: { S: true } },
      },
    ],
  ];
  test.each(cases)('%s', (_, { description, warning, want }) => {
    const contract = read(description);
    expect(contract.warnings.join('\n')).toMatch(warning);
    expect(contract).toMatchObject(want);
  });
  test('summary, servers, security and extensions', () => {
    expect(oneOperation({ operationId: 'getA', 'x-note': true })).toMatchObject({
      summary: 'getA',
      servers: [{ url: '/' }],
      security: [],
      extensions: { 'x-note': true },
    });
  });
  test('nothing in it may be of the wrong type', () => {
    for (const odd of [null, 1, 'a', [], [null], {}, true]) {
      const contract = read({
        tags: odd,
        servers: odd,
        security: odd,
        webhooks: odd,
        components: { schemas: odd, securitySchemes: odd, parameters: odd },
        paths: {
          '/a': {
            get: {
              operationId: odd,
              tags: odd,
              parameters: odd,
              requestBody: odd,
              responses: odd,
              security: odd,
              servers: odd,
              externalDocs: odd,
              summary: odd,
              description: odd,
            },
            parameters: odd,
          },
          '/b': odd,
        },
      });
      expect(contract.operations.map(({ path }) => path)).toEqual(['/a']);
    }
  });
});

test.each(['3.0.0', '3.0.4', '3.1.1', '3.2.0', 3.1])('OpenAPI %s is read', (openapi) => {
  expect(read({ openapi, paths: {} }).specification).toBe(String(openapi).slice(0, 3));
});

test('3.2: query, itemSchema, nested tags and querystring', () => {
  const contract = read({
    openapi: '3.2.0',
    tags: [
      { name: 'T', parent: 'Top' },
      { name: 'Top', summary: 's' },
      { name: 'Lost', parent: 'nowhere' },
    ],
    paths: {
      '/a': {
        query: operation({
          parameters: [{ name: 'q', in: 'querystring', content: { 'application/x-www-form-urlencoded': {} } }],
          responses: {
            200: {
              description: '',
              content: { 'text/event-stream': { itemSchema: { type: 'object', nullable: true } } },
            },
          },
        }),
      },
    },
  });
  expect(contract.operations[0]).toMatchObject({
    method: 'query',
    parameters: [{ in: 'querystring' }],
    responses: [{ content: [{ itemSchema: { type: 'object' } }] }],
  });
  expect(contract.tags).toMatchObject([{ parent: 'Top' }, { summary: 's' }, { name: 'Lost', parent: undefined }]);
  expect(sentencesOf(contract)).toEqual([expect.stringContaining('there is no tag "nowhere"')]);
});
