import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SecurityView } from '../../../../contract/reference-page';
import { missingSchemes, placedCredentials, type Credential, type Held, type TokenCredential } from './credential';

const scheme = (part: Partial<SecurityView> & Pick<SecurityView, 'name' | 'type'>): SecurityView => ({
  scopes: [],
  descriptionHtml: '',
  ...part,
});
const oauth = scheme({ name: 'oauth', type: 'oauth2', scopes: ['read'] });
const header = scheme({ name: 'key', type: 'apiKey', in: 'header', parameterName: 'X-Key' });
const query = scheme({ name: 'q', type: 'apiKey', in: 'query', parameterName: 'key' });
const cookie = scheme({ name: 'c', type: 'apiKey', in: 'cookie', parameterName: 'sid' });
const basic = scheme({ name: 'basic', type: 'http', scheme: 'Basic' });
const bearer = scheme({ name: 'bearer', type: 'http', scheme: 'bearer' });
const certificate = scheme({ name: 'tls', type: 'mutualTLS' });
const text = (value: string): Credential => ({ kind: 'text', text: value });
const token = (part: Partial<TokenCredential> = {}): TokenCredential => ({
  ...{ kind: 'token', text: 'tok', endsAt: 1000, scopes: ['read'], refreshToken: null, way: 'program' },
  ...part,
});

describe('an alternative is satisfied', () => {
  test.each<[string, SecurityView[], Held, string[]]>([
    ['by a token with its scopes', [oauth], { oauth: token() }, []],
    ['not by a token that has ended', [oauth], { oauth: token({ endsAt: 500 }) }, ['oauth']],
    ['not by a token without a scope', [oauth], { oauth: token({ scopes: ['write'] }) }, ['oauth']],
    ['by a token that somebody pasted', [oauth], { oauth: text('x') }, []],
    ['by everything that it names together', [oauth, header], { oauth: token(), key: text('k') }, []],
    ['not by one of two', [oauth, header], { key: text('k') }, ['oauth']],
    ['not by what is held for another scheme', [header], { q: text('k') }, ['key']],
    ['not by an empty text', [header], { key: text('') }, ['key']],
    ['by a user name, also without a password', [basic], { basic: { kind: 'basic', user: 'u', password: '' } }, []],
    ['never by a page, where it wants a certificate', [certificate], { tls: text('x') }, ['tls']],
    ['by nothing, where it asks for nothing', [], {}, []],
  ])('%s', (_, alternative, held, missing) => {
    expect(missingSchemes(alternative, held, 500).map(({ name }) => name)).toEqual(missing);
  });
});

describe('a credential goes', () => {
  test.each<[string, SecurityView, Credential, unknown]>([
    ['into a header', header, text('k'), { place: { kind: 'header', name: 'X-Key' }, value: 'k' }],
    ['into the query', query, text('k'), { place: { kind: 'query', name: 'key' }, value: 'k' }],
    [
      'as a bearer token where a page cannot set a cookie',
      cookie,
      text('k'),
      { place: { kind: 'bearer' }, value: 'k' },
    ],
    ['as a bearer token', bearer, text('k'), { place: { kind: 'bearer' }, value: 'k' }],
    ['as a bearer token where it is an access token', oauth, token(), { place: { kind: 'bearer' }, value: 'tok' }],
    [
      'as user name and password in UTF-8 (RFC 7617 §2.1)',
      basic,
      { kind: 'basic', user: 'test', password: '123£' },
      { place: { kind: 'header', name: 'Authorization' }, value: 'Basic dGVzdDoxMjPCow==' },
    ],
  ])('%s', (_, one, credential, placed) => {
    expect(placedCredentials([one], { [one.name]: credential })).toEqual([placed]);
  });

  test('only to the schemes of the alternative that was chosen', () => {
    const schemes = [oauth, header, query, cookie, bearer];
    const names = schemes.map(({ name }) => name);
    const holding = fc
      .uniqueArray(fc.constantFrom(...names))
      .map((held) => Object.fromEntries(held.map((name) => [name, text(`secret-${name}`)])));
    fc.assert(
      fc.property(fc.subarray(schemes), holding, (alternative, held) => {
        const values = placedCredentials(alternative, held).map(({ value }) => value);
        const allowed = alternative.filter(({ name }) => name in held).map(({ name }) => `secret-${name}`);
        expect(values).toEqual(allowed);
      }),
    );
  });
});
