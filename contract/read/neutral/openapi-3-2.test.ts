import { expect, test } from 'vitest';
import { readDescription, sentencesOf } from '../description.fixture.ts';

const read = (description: object) => readDescription({ openapi: '3.2.0', tags: [{ name: 'T' }], ...description });
const answering = (content: object) => ({ tags: ['T'], responses: { 200: { description: 'Fine', content } } });
const examplesOf = (contract: ReturnType<typeof read>) => contract.operations[0]?.responses[0]?.content[0]?.examples;

test('a server has a name (§4.5)', () => {
  expect(read({ servers: [{ url: 'https://a', name: 'eu' }], paths: {} }).servers).toMatchObject([{ name: 'eu' }]);
});

test('a media type may be a reference to components.mediaTypes (§4.7), and says what its items are (§4.14)', () => {
  const contract = read({
    components: { mediaTypes: { Lines: { itemSchema: { type: 'object' } } } },
    paths: { '/a': { query: answering({ 'application/jsonl': { $ref: '#/components/mediaTypes/Lines' } }) } },
  });
  expect(contract.operations[0]).toMatchObject({
    method: 'query',
    responses: [{ content: [{ type: 'application/jsonl', itemSchema: { type: 'object' } }] }],
  });
  expect(sentencesOf(contract)).toEqual([]);
});

test.each([
  ['dataValue', 'application/json', { dataValue: { a: 1 } }, { a: 1 }],
  ['dataValue before the wire', 'application/json', { dataValue: 1, serializedValue: '1' }, 1],
  ['serializedValue of JSON', 'application/vnd.a+json', { serializedValue: '{"a":1}' }, { a: 1 }],
  ['serializedValue of JSON that is none', 'application/json', { serializedValue: '{a' }, '{a'],
  ['serializedValue of text', 'text/csv', { serializedValue: 'a,b' }, 'a,b'],
])('an example by %s (§4.19)', (_, type, example, value) => {
  const contract = read({ paths: { '/a': { get: answering({ [type]: { examples: { e: example } } }) } } });
  expect(examplesOf(contract)).toMatchObject([{ name: 'e', value }]);
});

test('an example elsewhere is not opened', () => {
  const contract = read({
    paths: {
      '/a': { get: answering({ 'application/json': { examples: { e: { externalValue: 'file:///etc/passwd' } } } }) },
    },
  });
  expect(examplesOf(contract)).toEqual([]);
});

test('methods of additionalOperations (§4.9) are told, and left out', () => {
  const contract = read({ paths: { '/a': { additionalOperations: { COPY: answering({}) }, get: answering({}) } } });
  expect(contract.operations).toHaveLength(1);
  expect(sentencesOf(contract)).toEqual(['the portal does not send COPY; they are left out.']);
});

test('security schemes: deprecated, metadata and the device flow (§4.27, §4.29)', () => {
  const flow = { tokenUrl: 'https://a/token', deviceAuthorizationUrl: 'https://a/device', scopes: { read: 'Reads' } };
  const { securitySchemes } = read({
    paths: {},
    components: {
      securitySchemes: {
        o: {
          type: 'oauth2',
          deprecated: true,
          oauth2MetadataUrl: 'https://a/.well-known/oauth-authorization-server',
          flows: { deviceAuthorization: flow },
        },
      },
    },
  });
  expect(securitySchemes.o).toMatchObject({
    deprecated: true,
    oauth2MetadataUrl: 'https://a/.well-known/oauth-authorization-server',
    flows: { deviceAuthorization: flow },
  });
});
