import { describe, expect, test } from 'vitest';
import { aContract, anOperation, aParameter, aResponse } from '../../../contract/model.fixture.ts';
import { pageOf } from './page.fixture.ts';
import { sourceOf } from './source-of.ts';

describe('what comes after a request', () => {
  test('a callback says where it is sent, what it brings and what to answer', () => {
    const request = anOperation({
      kind: 'callback',
      method: 'post',
      path: '{$request.body#/callbackUrl}',
      summary: 'Thing is ready',
      requestBody: {
        required: true,
        content: [{ type: 'application/json', schema: { type: 'object' }, examples: [] }],
      },
      responses: [aResponse('204')],
    });
    expect(pageOf({ callbacks: [{ name: 'ready', request }] }).callbacks).toMatchObject([
      {
        name: 'ready',
        expression: '{$request.body#/callbackUrl}',
        sentTo: { name: 'callbackUrl', of: 'of your request' },
        method: 'post',
        title: 'Thing is ready',
        body: { content: [{ type: 'application/json', examples: [{ name: 'default' }] }] },
        responses: [{ status: '204' }],
      },
    ]);
  });

  test('what went well comes first, whatever order JSON makes of it', () => {
    const statuses = ['410', '500', '201', 'default', '2XX', '200', '4XX', '101', '302'];
    const { responses } = pageOf({ responses: statuses.map((status) => aResponse(status)) });
    const order = ['200', '201', '2XX', '302', '101', '410', '4XX', '500', 'default'];
    expect(responses.map(({ status }) => status)).toEqual(order);
  });

  test('a link says what to use of the answer, as what, and where', () => {
    const next = anOperation({ id: 'getIt', slug: 'get-it', method: 'get', summary: 'Get it' });
    const link = {
      name: 'next',
      operationId: 'getIt',
      parameters: { 'path.thing_id': '$response.body#/id', page: '1' },
    };
    const operation = { responses: [{ ...aResponse('201'), links: [link, { name: 'lost', parameters: {} }] }] };
    expect(pageOf(operation, aContract([next])).responses[0]?.links).toEqual([
      {
        name: 'next',
        descriptionHtml: '',
        operation: { title: 'Get it', href: '/reference/api/v1/get-it', method: 'get' },
        parameters: [
          { name: 'thing_id', value: '$response.body#/id', source: { name: 'id', of: 'of this answer' } },
          { name: 'page', value: '1', source: { name: '1' } },
        ],
      },
      { name: 'lost', descriptionHtml: '', parameters: [] },
    ]);
  });

  test.each([
    ['$response.body#/data/0/a~1b', { name: 'data[0].a/b', of: 'of this answer' }],
    ['$response.body', { name: 'the body', of: 'of this answer' }],
    ['$response.header.Location', { name: 'Location', of: 'among the headers of this answer' }],
    ['{$request.query.hook}', { name: 'hook', of: 'in the query of your request' }],
    ['$url', { name: 'the address', of: 'of your request' }],
    ['https://{$request.query.host}/x', { name: 'https://{$request.query.host}/x' }],
    ['$nonsense', { name: '$nonsense' }],
  ])('the runtime expression %s in words', (expression, want) => {
    expect(sourceOf(expression)).toEqual(want);
  });
});

describe('what stands around a request', () => {
  test('an operation’s own servers are on its page, those of the description are not', () => {
    const servers = [
      { url: 'https://{region}.x.example', variables: { region: { default: 'eu', enum: ['eu', 'us'] } } },
    ];
    expect(pageOf({ servers }).servers).toBeUndefined();
    expect(pageOf({ servers, hasOwnServers: true }).servers).toMatchObject([
      { url: 'https://{region}.x.example', variables: [{ name: 'region', default: 'eu', enum: ['eu', 'us'] }] },
    ]);
  });

  test('a scope says what it is for, by the flow that knows it', () => {
    const flows = { clientCredentials: { scopes: { 'a:read': 'Read it', 'a:write': 'Write it' } } };
    const page = pageOf(
      { security: [{ oauth: ['a:write', 'x'] }] },
      { securitySchemes: { oauth: { type: 'oauth2', flows } } },
    );
    expect(page.security[0]?.[0]).toMatchObject({ scopes: ['a:write', 'x'], scopeTexts: { 'a:write': 'Write it' } });
  });

  test.each([
    [['Beta'], [{ text: 'Beta', tone: 'neutral' }]],
    [[{ name: 'New', color: 'green' }], [{ text: 'New', tone: 'good' }]],
    [[{ label: 'Old', color: '#c00' }], [{ text: 'Old', tone: 'bad' }]],
    [[{ name: 'Soon', color: '#FFA500' }], [{ text: 'Soon', tone: 'warning' }]],
    [
      [
        { name: 'Plus', color: 'rebeccapurple' },
        { name: 'Grey', color: '#888' },
      ],
      [{ tone: 'accent' }, { tone: 'neutral' }],
    ],
    [[null, {}, { name: ' ' }, 3], undefined],
    ['Beta', undefined],
  ])('the badges %j', (badges, want) => {
    const found = pageOf({ extensions: { 'x-badges': badges } }).badges;
    if (want === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(want);
  });

  test('samples that the author wrote are kept in both spellings, empty ones are not', () => {
    const samples = [{ lang: 'Python', label: 'SDK', source: 'print(1)\n' }, { lang: 'Go', source: ' ' }, null];
    const want = [{ lang: 'Python', label: 'SDK', source: 'print(1)' }];
    expect(pageOf({ extensions: { 'x-codeSamples': samples } }).codeSamples).toEqual(want);
    expect(pageOf({ extensions: { 'x-code-samples': samples } }).codeSamples).toEqual(want);
  });

  test('the end of an operation is known by the extensions that people use', () => {
    const next = anOperation({ id: 'newer', slug: 'newer', method: 'get', path: '/newer', summary: 'Newer' });
    const end = (extensions: Record<string, unknown>) =>
      pageOf({ deprecated: true, extensions }, aContract([next])).deprecation;
    const instead = { title: 'Newer', href: '/reference/api/v1/newer', method: 'get' };
    expect(end({ 'x-deprecated-since': '2026-01-02', 'x-sunset': '2027-06-30', 'x-replaced-by': 'newer' })).toEqual({
      since: '2026-01-02',
      sunset: '2027-06-30',
      instead,
    });
    expect(end({ 'x-github': { deprecationDate: '2026-05-22', removalDate: '2026-08-28' } })).toEqual({
      since: '2026-05-22',
      sunset: '2026-08-28',
    });
    expect(end({ 'x-replaced-by': 'GET /newer' })).toEqual({ instead });
    expect(end({ 'x-sunset': 'some day', 'x-replaced-by': 'nothing' })).toBeUndefined();
  });
});

describe('how a request is written', () => {
  test('a body’s parts have their media types and headers', () => {
    const media = {
      type: 'multipart/form-data',
      schema: { type: 'object', properties: { tags: { type: 'array', items: { type: 'string' } } } },
      examples: [],
      encoding: {
        photo: {
          contentType: 'image/png, image/jpeg',
          headers: { 'X-Part': { description: 'What it is.', example: 7 } },
        },
        tags: { style: 'form', explode: false },
        nothing: {},
      },
    };
    expect(pageOf({ requestBody: { required: true, content: [media] } }).body?.content[0]?.parts).toMatchObject([
      {
        name: 'photo',
        contentType: 'image/png, image/jpeg',
        headers: [{ name: 'X-Part', required: false, descriptionHtml: '<p>What it is.</p>', example: '7' }],
      },
      { name: 'tags', headers: [], wire: { words: 'items separated by commas', example: 'tags=1,2' } },
    ]);
  });

  test('a stream is described item by item', () => {
    const media = { type: 'text/event-stream', itemSchema: { type: 'object' }, examples: [] };
    const content = pageOf({ responses: [{ ...aResponse('200'), content: [media] }] }).responses[0]?.content[0];
    expect(content).toMatchObject({ isSequence: true, schema: { type: 'object' } });
  });

  test('a parameter has the contract’s examples, and one of a media type is no list', () => {
    const list = { schema: { type: 'array', items: {} } } as const;
    const examples = [
      { name: 'one', summary: 'One', value: [1] },
      { name: 'two', value: 'x' },
    ];
    const [plain, json] = pageOf({
      parameters: [
        aParameter({ name: 'a', in: 'query', ...list, examples }),
        aParameter({ name: 'b', in: 'query', ...list, mediaType: 'application/json' }),
      ],
    }).parameters;
    expect(plain?.examples).toEqual([
      { name: 'one', summary: 'One', text: '[1]' },
      { name: 'two', text: 'x' },
    ]);
    expect(plain?.wire).toEqual({ words: 'repeated for each item', example: '?a=1&a=2' });
    expect(json).toMatchObject({ mediaType: 'application/json' });
    expect(json?.wire).toBeUndefined();
  });
});
