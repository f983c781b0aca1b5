import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OperationPage, SecurityView } from '../../../../contract/reference-page';
import { bearer, jsonBody, operationPage, parameter } from '../page.fixture';
import { describeRequest } from './describe-request';
import { initialValues, type FormValues } from './form-values';
import type { RequestDescription } from './request-description';

const context = { serviceUrl: '', key: 'ptl_test_abc' };

function request(page: OperationPage, parameters: Record<string, string> = {}, body?: string): RequestDescription {
  const values = initialValues(page);
  const decision = describeRequest(
    page,
    { ...values, parameters: { ...values.parameters, ...parameters }, body: body ?? values.body },
    context,
  );
  if (decision.kind !== 'request') throw new Error(JSON.stringify(decision.problems));
  return decision.request;
}

describe('the address of a request', () => {
  test('is the gateway’s, with each parameter in its place', () => {
    const page = operationPage({
      path: '/things/{thing_id}/parts{filter}',
      parameters: [
        parameter({ name: 'thing_id', in: 'path' }),
        parameter({ name: 'filter', in: 'path', style: 'matrix', explode: true, schema: { type: 'array of string' } }),
        parameter({ name: 'q', in: 'query' }),
        parameter({ name: 'sort', in: 'query', style: 'deepObject', explode: true, schema: { type: 'object' } }),
      ],
    });
    const values = {
      'path:thing_id': 'a/b?c#d',
      'path:filter': '["x","y z"]',
      'query:q': 'Grüße & more',
      'query:sort': '{"by":"date"}',
    };
    expect(request(page, values).url).toBe(
      '/gateway/cardea/v2/things/a%2Fb%3Fc%23d/parts;filter=x;filter=y%20z?q=Gr%C3%BC%C3%9Fe%20%26%20more&sort%5Bby%5D=date',
    );
  });

  test('leaves out what is empty', () => {
    const page = operationPage({ parameters: [parameter({ name: 'limit', in: 'query', example: 20 })] });
    expect(request(page).url).toBe('/gateway/cardea/v2/things');
  });

  test('stays on the gateway, below the API and version of the page, whatever is typed', () => {
    const anything = fc.string({ unit: 'binary', minLength: 1 });
    const nasty = fc.constantFrom(
      '..',
      '.',
      '../..',
      '%2e%2e',
      '..%2f',
      '\\..\\',
      '//evil.example',
      '@evil.example',
      '\t..',
      '#',
      '?',
    );
    fc.assert(
      fc.property(
        fc.oneof(anything, nasty),
        fc.oneof(anything, nasty),
        fc.constantFrom('/a/{p}/b', '/{p}', '/a.{p}', '/{p}{p}', '/.{p}/x', '/..\\{p}', '/.\t./{p}'),
        fc.constantFrom('simple', 'label', 'matrix'),
        (text, query, path, style) => {
          const page = operationPage({
            path,
            parameters: [
              parameter({ name: 'p', in: 'path', style }),
              parameter({ name: 'q', in: 'query', allowReserved: true }),
            ],
          });
          const values = { parameters: { 'path:p': text, 'query:q': query }, mediaType: 0, body: '' };
          const decision = describeRequest(page, values, { serviceUrl: 'https://portal.example', key: null });
          if (decision.kind === 'impossible') return;
          const url = new URL(decision.request.url);
          expect(url.origin).toBe('https://portal.example');
          expect(url.pathname.startsWith('/gateway/cardea/v2/')).toBe(true);
          expect(url.pathname.split('/').length).toBe(
            '/gateway/cardea/v2'.split('/').length + path.split('/').length - 1,
          );
          expect(url.hash).toBe('');
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('keeps reserved characters where the contract allows them, but none that would end the value', () => {
    const page = operationPage({ parameters: [parameter({ name: 'q', in: 'query', allowReserved: true })] });
    expect(request(page, { 'query:q': 'a/b:c,d&e#f+g%20h' }).url).toBe(
      '/gateway/cardea/v2/things?q=a/b:c,d%26e%23f%2Bg%20h',
    );
  });

  test('carries a parameter with a media type as one document', () => {
    const page = operationPage({ parameters: [parameter({ name: 'f', in: 'query', mediaType: 'application/json' })] });
    expect(request(page, { 'query:f': '{"a": [1]}' }).url).toBe('/gateway/cardea/v2/things?f=%7B%22a%22%3A%5B1%5D%7D');
  });

  test('carries a whole query string as it was typed', () => {
    const mediaType = 'application/x-www-form-urlencoded';
    const page = operationPage({ parameters: [parameter({ name: 'all', in: 'querystring', mediaType })] });
    expect(request(page, { 'querystring:all': 'a=1&b=x y#z' }).url).toBe('/gateway/cardea/v2/things?a=1&b=x%20y%23z');
  });

  test('keeps every digit of a number', () => {
    const page = operationPage({ parameters: [parameter({ name: 'n', in: 'query', schema: { type: 'integer' } })] });
    expect(request(page, { 'query:n': '12345678901234567890' }).url).toContain('n=12345678901234567890');
  });
});

describe('the headers', () => {
  test('name what the contract answers with, and the body’s media type', () => {
    const page = operationPage({
      method: 'post',
      body: jsonBody('{}'),
      parameters: [parameter({ name: 'Idempotency-Key', in: 'header' }), parameter({ name: 'Accept', in: 'header' })],
      responses: [
        { status: '201', descriptionHtml: '', headers: [], content: [{ type: 'application/json', examples: [] }] },
        {
          status: '400',
          descriptionHtml: '',
          headers: [],
          content: [{ type: 'application/problem+json', examples: [] }],
        },
      ],
    });
    expect(request(page, { 'header:Idempotency-Key': 'a b', 'header:Accept': 'text/evil' }).headers).toEqual([
      ['Idempotency-Key', 'a b'],
      ['Accept', 'application/json, application/problem+json'],
      ['Content-Type', 'application/json'],
      ['Authorization', 'Bearer ptl_test_abc'],
    ]);
  });

  test.each([['two\r\nlines: x'], ['snow ☃']])('cannot hold %j', (text) => {
    const page = operationPage({ parameters: [parameter({ name: 'X-Note', in: 'header' })] });
    const values = { parameters: { 'header:X-Note': text }, mediaType: 0, body: '' };
    expect(describeRequest(page, values, context)).toMatchObject({
      kind: 'impossible',
      problems: [{ field: 'header:X-Note' }],
    });
  });
});

describe('the key', () => {
  const apiKey = (place: SecurityView['in'], parameterName: string): SecurityView => {
    return { name: 'k', type: 'apiKey', in: place, parameterName, scopes: [], descriptionHtml: '' };
  };
  const basic: SecurityView = { ...bearer, scheme: 'Basic' };
  const oauth: SecurityView = { ...bearer, type: 'oauth2', scheme: undefined };
  const authorization = ['Authorization', 'Bearer ptl_test_abc'];

  test.each([
    ['goes nowhere where none is asked for', [], {}],
    ['goes nowhere where the only alternative is to have none', [[]], {}],
    ['is a bearer token', [[bearer]], { headers: [authorization] }],
    ['is an OAuth token', [[oauth]], { headers: [authorization] }],
    ['is a header', [[apiKey('header', 'X-Api-Key')]], { headers: [['X-Api-Key', 'ptl_test_abc']] }],
    [
      'is a query parameter',
      [[apiKey('query', 'api key')]],
      { url: '/gateway/cardea/v2/things?api%20key=ptl_test_abc' },
    ],
    ['is a user name', [[basic]], { user: 'ptl_test_abc' }],
    [
      'is a bearer token where a page could not set the cookie',
      [[apiKey('cookie', 'sid')]],
      { headers: [authorization] },
    ],
    ['is sent where it may be left out', [[], [bearer]], { headers: [authorization] }],
    [
      'goes to every place that one alternative names',
      [[apiKey('header', 'X-A'), apiKey('query', 'b')]],
      { headers: [['X-A', 'ptl_test_abc']], url: '/gateway/cardea/v2/things?b=ptl_test_abc' },
    ],
  ])('%s', (_name, security, want) => {
    const nothing = { headers: [], user: null, url: '/gateway/cardea/v2/things' };
    expect(request(operationPage({ security }))).toMatchObject({ ...nothing, ...want });
  });
});

describe('the body', () => {
  test('is what stands in the editor, to the letter', () => {
    expect(request(operationPage({ method: 'post', body: jsonBody('{ "a":1 }') })).content).toEqual({
      kind: 'text',
      text: '{ "a":1 }',
    });
  });

  test('is nothing where the editor is empty', () => {
    const sent = request(operationPage({ method: 'post', body: jsonBody('', false) }));
    expect(sent.content).toEqual({ kind: 'none' });
    expect(sent.headers).not.toContainEqual(['Content-Type', 'application/json']);
  });

  test('has parts where the media type is multipart', () => {
    const content = [{ type: 'multipart/form-data', examples: [{ name: 'default', text: '{"a":"x","b":{"c":1}}' }] }];
    const page = operationPage({ method: 'post', body: { required: true, descriptionHtml: '', content } });
    expect(request(page).content).toEqual({
      kind: 'parts',
      parts: [
        ['a', 'x'],
        ['b', '{"c":1}', undefined, undefined, 'application/json'],
      ],
    });
    expect(request(page).headers.map(([name]) => name)).not.toContain('Content-Type');
  });

  test.each([
    ['text/*', 'plain', 'text/plain'],
    ['*/*', '{"a":1}', 'application/json'],
    ['application/*', 'bytes', 'application/octet-stream'],
  ])('of media type %s names one', (type, text, want) => {
    const content = [{ type, examples: [{ name: 'default', text }] }];
    const page = operationPage({ method: 'post', body: { required: true, descriptionHtml: '', content } });
    expect(request(page).headers).toContainEqual(['Content-Type', want]);
  });
});

describe('what is not as the contract says', () => {
  const page = operationPage({
    method: 'post',
    path: '/things/{id}',
    body: jsonBody('{'),
    parameters: [
      parameter({ name: 'id', in: 'path' }),
      parameter({ name: 'n', in: 'query', schema: { type: 'integer' } }),
      parameter({ name: 's', in: 'query', schema: { type: 'string', enum: ['"on"', '"off"'] } }),
      parameter({ name: 'l', in: 'query', schema: { type: 'array of string' } }),
      parameter({ name: 'r', in: 'query', required: true }),
    ],
  });

  test('is doubted field by field, and can be sent on purpose', () => {
    const parameters = { 'path:id': '1', 'query:n': '1.5', 'query:s': 'maybe', 'query:l': 'a, b' };
    const decision = describeRequest(page, { parameters, mediaType: 0, body: '{' }, context);
    expect(decision.kind === 'request' ? decision.doubts : decision).toEqual([
      { field: 'query:n', message: 'This is not an integer.' },
      { field: 'query:s', message: 'The contract allows on, off.' },
      { field: 'query:l', message: 'This is not JSON: a list is written ["one", "two"].' },
      { field: 'query:r', message: 'The contract asks for a value here.' },
      { field: 'body', message: 'The body is not valid JSON.' },
    ]);
    expect(decision).toMatchObject({ request: { url: '/gateway/cardea/v2/things/1?n=1.5&s=maybe&l=a%2C%20b' } });
  });

  test('is impossible where the path has no value', () => {
    const decision = describeRequest(page, { parameters: {}, mediaType: 0, body: '{}' }, context);
    expect(decision).toMatchObject({ kind: 'impossible', problems: [{ field: 'path:id' }, { field: 'query:r' }] });
  });
});

describe('files', () => {
  const photo = new File(['\u0001'], 'ada.png', { type: 'image/png' });
  const values = { parameters: {}, mediaType: 0, body: '{"name":"Ada","photo":"typed"}' };
  const body = (type: string): OperationPage['body'] => ({
    required: true,
    descriptionHtml: '',
    content: [
      {
        type,
        schema: {
          type: 'object',
          properties: [
            { name: 'name', required: true, schema: { type: 'string' } },
            { name: 'photo', required: true, schema: { type: 'string', format: 'binary' } },
          ],
        },
        examples: [],
      },
    ],
  });
  const contentOf = (type: string, files: FormValues['files'], text = values.body) => {
    const page = operationPage({ method: 'post', body: body(type) });
    const decision = describeRequest(page, { ...values, body: text, files }, context);
    return decision.kind === 'request' ? decision.request : null;
  };

  test('that were chosen take the place of what was typed for their part', () => {
    expect(contentOf('multipart/form-data', { photo: [photo] })?.content).toEqual({
      kind: 'parts',
      parts: [
        ['name', 'Ada'],
        ['photo', '', 'ada.png', photo],
      ],
    });
  });

  test('are enough for a body', () => {
    const parts = { kind: 'parts', parts: [['photo', '', 'ada.png', photo]] };
    expect(contentOf('multipart/form-data', { photo: [photo] }, '')?.content).toEqual(parts);
  });

  test('are the body where it is bytes, with their own type where the contract leaves it open', () => {
    const request = contentOf('image/*', { '': [photo] }, '');
    expect(request?.content).toMatchObject({ kind: 'file', fileName: 'ada.png', file: photo });
    expect(request?.headers).toContainEqual(['Content-Type', 'image/png']);
  });
});
