import { expect, test } from 'vitest';
import { aContract, anOperation, aParameter, aResponse } from '../../model.fixture.ts';
import type { Contract, Operation, ResponseHeader, SecurityScheme } from '../../model.ts';
import { SchemaPairs } from '../schema/schema-pairs.ts';
import { compareOperation } from './compare-operation.ts';

const securitySchemes: Record<string, SecurityScheme> = {
  key: { type: 'apiKey', in: 'header', name: 'X-Key' },
  sameKey: { type: 'apiKey', in: 'header', name: 'X-Key' },
  bearer: { type: 'http', scheme: 'bearer' },
  oauth: { type: 'oauth2', flows: {} },
};

function compare(before: Partial<Operation>, after: Partial<Operation>): string[] {
  const contract: Contract = { ...aContract([]), securitySchemes };
  const versions = { before: contract, after: contract, pairs: new SchemaPairs(contract, contract) };
  return compareOperation(anOperation(before), anOperation(after), versions).map(
    ({ where, path, text, isBreaking }) =>
      `${isBreaking ? '!' : ''}${[where, path].filter(Boolean).join(' › ')}: ${text}`,
  );
}

const page = aParameter({ name: 'page', in: 'query', schema: { type: 'integer' } });
const needed = { ...page, required: true };
const list = { ...page, schema: { type: 'array', items: { type: 'string' } } } as const;
const header = (name: string, required: boolean): ResponseHeader => ({
  name,
  required,
  schema: { type: 'string' },
  examples: [],
});
const withHeaders = (...headers: ResponseHeader[]) => ({ responses: [{ ...aResponse('200'), headers }] });
const media = (type: string, schema = { type: 'object' }) => ({ type, schema, examples: [] });
const body = (required: boolean, ...types: string[]) => ({
  requestBody: { required, content: types.map((type) => media(type)) },
});
const server = (url: string) => ({ servers: [{ url }], hasOwnServers: true });
const webhook = { kind: 'webhook', method: 'post', path: 'paid' } as const;
const called = (schema: object) => ({
  callbacks: [
    {
      name: 'paid',
      request: anOperation({
        kind: 'callback',
        requestBody: { required: true, content: [media('application/json', schema as never)] },
      }),
    },
  ],
});

test.each<[name: string, before: Partial<Operation>, after: Partial<Operation>, want: string[]]>([
  ['words for people', { summary: 'a' }, { summary: 'b', description: 'c', tags: ['d'] }, []],
  ['another method', { method: 'get' }, { method: 'post' }, ['!address: is POST / instead of GET /']],
  ['another path', { path: '/a/{id}' }, { path: '/b/{id}' }, ['!address: is GET /b/{id} instead of GET /a/{id}']],
  [
    'another name in the path',
    { path: '/a/{id}', parameters: [aParameter({ name: 'id', in: 'path' })] },
    { path: '/a/{a_id}', parameters: [aParameter({ name: 'a_id', in: 'path' })] },
    [],
  ],
  [
    'another type in the path',
    { path: '/a/{id}', parameters: [aParameter({ name: 'id', in: 'path', schema: { type: 'integer' } })] },
    { path: '/a/{a_id}', parameters: [aParameter({ name: 'a_id', in: 'path' })] },
    ['!path parameter a_id: is a string instead of an integer'],
  ],
  ['a deprecated operation', {}, { deprecated: true }, ['operation: is deprecated']],
  ['a new parameter', {}, { parameters: [page] }, ['query parameter page: is new, optional']],
  ['a new required parameter', {}, { parameters: [needed] }, ['!query parameter page: is new and required']],
  ['a parameter less', { parameters: [page] }, {}, ['!query parameter page: was removed']],
  [
    'a parameter that is needed',
    { parameters: [page] },
    { parameters: [needed] },
    ['!query parameter page: is required now'],
  ],
  [
    'a parameter that is not needed',
    { parameters: [needed] },
    { parameters: [page] },
    ['query parameter page: is optional now'],
  ],
  [
    'a parameter elsewhere',
    { parameters: [page] },
    { parameters: [aParameter({ name: 'page', in: 'header', schema: { type: 'integer' } })] },
    ['!query parameter page: is header page now'],
  ],
  [
    'a header in other letters',
    { parameters: [aParameter({ name: 'X-A', in: 'header' })] },
    { parameters: [aParameter({ name: 'x-a', in: 'header' })] },
    [],
  ],
  [
    'a deprecated parameter',
    { parameters: [page] },
    { parameters: [{ ...page, deprecated: true }] },
    ['query parameter page: is deprecated'],
  ],
  [
    'another style',
    { parameters: [list] },
    { parameters: [{ ...list, explode: false }] },
    ['!query parameter page: is written as form instead of form, exploded'],
  ],
  ['explode of a single value', { parameters: [page] }, { parameters: [{ ...page, explode: false }] }, []],
  [
    'another type of parameter',
    { parameters: [page] },
    { parameters: [list] },
    ['!query parameter page: is an array instead of an integer'],
  ],
  ['a new body', {}, body(true, 'application/json'), ['!request body: is new and required']],
  ['a new body that may be left out', {}, body(false, 'application/json'), ['request body: is new']],
  ['no body', body(false, 'application/json'), {}, ['!request body: was removed']],
  [
    'a body that is needed',
    body(false, 'application/json'),
    body(true, 'application/json'),
    ['!request body: is required now'],
  ],
  [
    'a media type more',
    body(true, 'application/json'),
    body(true, 'application/json', 'application/xml'),
    ['request body: can be application/xml, too, now'],
  ],
  [
    'a media type less',
    body(true, 'application/json', 'application/xml'),
    body(true, 'application/json'),
    ['!request body: is no longer application/xml'],
  ],
  [
    'another kind of JSON',
    body(true, 'application/json'),
    body(true, 'application/merge-patch+json'),
    ['!request body: is application/merge-patch+json instead of application/json'],
  ],
  ['a new status', {}, { responses: [aResponse('404')] }, ['answer 404: is new']],
  [
    'no success any more',
    { responses: [aResponse('200')] },
    { responses: [aResponse('204')] },
    ['!answer 200: is no longer given', 'answer 204: is new'],
  ],
  ['an error that is not given', { responses: [aResponse('404')] }, {}, ['answer 404: is no longer given']],
  [
    'an answer with a body',
    { responses: [aResponse('200')] },
    { responses: [aResponse('200', { type: 'string' })] },
    ['answer 200: has a body now'],
  ],
  [
    'an answer without its body',
    { responses: [aResponse('200', { type: 'string' })] },
    { responses: [aResponse('200')] },
    ['!answer 200: has no body now'],
  ],
  ['a new header', withHeaders(), withHeaders(header('ETag', true)), ['answer 200, header ETag: is new']],
  ['a header less', withHeaders(header('ETag', true)), withHeaders(), ['!answer 200, header ETag: was removed']],
  [
    'an optional header less',
    withHeaders(header('ETag', false)),
    withHeaders(),
    ['answer 200, header ETag: was removed'],
  ],
  ['no end any more', withHeaders(header('Sunset', true)), withHeaders(), ['answer 200, header Sunset: was removed']],
  [
    'a header that can be absent',
    withHeaders(header('ETag', true)),
    withHeaders(header('etag', false)),
    ['!answer 200, header etag: can be absent now'],
  ],
  ['a key', {}, { security: [{ key: [] }] }, ['!authentication: needs a key now: header X-Key']],
  ['no key', { security: [{ key: [] }] }, {}, ['authentication: needs no key now']],
  ['another name for the same scheme', { security: [{ key: [] }] }, { security: [{ sameKey: [] }] }, []],
  [
    'another scheme',
    { security: [{ key: [] }] },
    { security: [{ bearer: [] }] },
    ['!authentication: takes Authorization: Bearer instead of header X-Key'],
  ],
  [
    'a scheme more',
    { security: [{ key: [] }] },
    { security: [{ key: [] }, { bearer: [] }] },
    ['authentication: takes Authorization: Bearer, too, now'],
  ],
  [
    'a scheme less',
    { security: [{ key: [] }, { bearer: [] }] },
    { security: [{ bearer: [] }] },
    ['!authentication: no longer takes header X-Key'],
  ],
  [
    'a scope more',
    { security: [{ oauth: ['a'] }] },
    { security: [{ oauth: ['a', 'b'] }] },
    ['!authentication: needs the scope b now'],
  ],
  [
    'a scope less',
    { security: [{ oauth: ['a', 'b'] }] },
    { security: [{ oauth: ['a'] }] },
    ['authentication: no longer needs the scope b'],
  ],
  [
    'a server of its own',
    server('https://a.example'),
    server('https://b.example'),
    ['!base address: is https://b.example instead of https://a.example'],
  ],
  [
    'what a webhook brings',
    {
      ...webhook,
      requestBody: {
        required: true,
        content: [
          media('application/json', {
            type: 'object',
            required: ['a'],
            properties: { a: { type: 'string' } },
          } as never),
        ],
      },
    },
    { ...webhook, ...body(true, 'application/json') },
    ['!payload › a: was removed'],
  ],
  [
    'a value more in a webhook',
    { ...webhook, requestBody: { required: true, content: [media('application/json', { enum: [1] } as never)] } },
    { ...webhook, requestBody: { required: true, content: [media('application/json', { enum: [1, 2] } as never)] } },
    ['!payload: can be 2 now'],
  ],
  ['a callback more', {}, called({}), ['callback paid: is new']],
  ['a callback less', called({}), {}, ['!callback paid: was removed']],
  [
    'what a callback brings',
    called({ enum: [1] }),
    called({ enum: [1, 2] }),
    ['!callback paid, payload: can be 2 now'],
  ],
])('%s', (_name, before, after, want) => {
  expect(compare(before, after)).toEqual(want);
});
