import { describe, expect, test } from 'vitest';
import type { SecurityScheme } from '../../../contract/model.ts';
import { keyParameters, presentedCredentials } from './presented-credentials.ts';
import { readQuery } from './query-string.ts';

const header: SecurityScheme = { type: 'apiKey', in: 'header', name: 'X-Api-Key' };
const query: SecurityScheme = { type: 'apiKey', in: 'query', name: 'api_key' };
const cookie: SecurityScheme = { type: 'apiKey', in: 'cookie', name: 'session' };
const basic: SecurityScheme = { type: 'http', scheme: 'basic' };
const authorization: SecurityScheme = { type: 'apiKey', in: 'header', name: 'Authorization' };
const encoded = Buffer.from('ptl_test_a:').toString('base64');

describe('the key that a request carries', () => {
  test.each<[string, SecurityScheme[], Record<string, string>, string, string | undefined]>([
    ['a bearer token, whatever the contract says', [], { authorization: 'Bearer ptl_test_a' }, '', 'ptl_test_a'],
    ['letter case of the scheme does not matter', [], { authorization: 'bearer  ptl_test_a' }, '', 'ptl_test_a'],
    ['a header of the contract', [header], { 'x-api-key': 'ptl_test_a' }, '', 'ptl_test_a'],
    ['a query parameter of the contract', [query], {}, 'a=1&api_key=ptl_test_a', 'ptl_test_a'],
    ['a cookie of the contract', [cookie], { cookie: 'a=1; session=ptl_test_a' }, '', 'ptl_test_a'],
    ['the user name of basic', [basic], { authorization: `Basic ${encoded}` }, '', 'ptl_test_a'],
    ['Authorization as an apiKey header', [authorization], { authorization: 'Token ptl_test_a' }, '', 'ptl_test_a'],
    ['the second scheme where the first has none', [header, query], {}, 'api_key=ptl_test_a', 'ptl_test_a'],
    ['no header that the contract does not name', [query], { 'x-api-key': 'ptl_test_a' }, '', undefined],
    ['no basic where the contract has none', [header], { authorization: `Basic ${encoded}` }, '', undefined],
    ['nothing', [header, query, cookie, basic], {}, '', undefined],
  ])('%s', (_name, schemes, headers, text, want) => {
    const securitySchemes = Object.fromEntries(schemes.map((scheme, index) => [String(index), scheme]));
    expect(presentedCredentials({ securitySchemes }, headers, readQuery(text))[0]?.text).toBe(want);
  });

  test('each place is told, so that it can be taken out again', () => {
    const all = { query, header, cookie };
    const sent = { authorization: 'Bearer a', 'x-api-key': 'b', cookie: 'session=c' };
    expect(presentedCredentials({ securitySchemes: all }, sent, readQuery('api_key=d%21'))).toEqual([
      { text: 'a', place: { kind: 'bearer' } },
      { text: 'd!', place: { kind: 'query', name: 'api_key' } },
      { text: 'b', place: { kind: 'header', name: 'x-api-key' } },
      { text: 'c', place: { kind: 'cookie', name: 'session' } },
    ]);
  });

  test('its query parameter is no parameter of an operation', () => {
    expect(keyParameters({ securitySchemes: { query, header } })).toEqual(new Set(['api_key']));
  });
});
