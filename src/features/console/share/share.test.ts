// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonBody, operationPage, parameter } from '../page.fixture';
import { fieldKey } from '../request';
import { sendAhead, takeArrival } from './arrivals';
import { leftOutSecret, withoutSecrets } from './left-out-secret';
import { fromLinkText, toLinkText } from './link-text';
import { portableOf } from './portable-of';
import type { PortableRequest } from './portable-request';
import { readPortable } from './read-portable';
import { hashOf, readHash } from './share-link';
import { valuesOfPortable } from './values-of-portable';

const page = operationPage({
  id: 'createOffer',
  method: 'post',
  path: '/offers/{issuer}',
  security: [
    [{ name: 'in query', type: 'apiKey', in: 'query', parameterName: 'k', scopes: [], descriptionHtml: '' }],
    [{ name: 'in header', type: 'apiKey', in: 'header', parameterName: 'X-Own', scopes: [], descriptionHtml: '' }],
    [{ name: 'in cookie', type: 'apiKey', in: 'cookie', parameterName: 'sid', scopes: [], descriptionHtml: '' }],
  ],
  parameters: [
    parameter({ name: 'issuer', in: 'path' }),
    parameter({ name: 'limit', in: 'query' }),
    parameter({ name: 'k', in: 'query' }),
    parameter({ name: 'x-own', in: 'header' }),
    parameter({ name: 'sid', in: 'cookie' }),
    parameter({ name: 'pin', in: 'query', schema: { type: 'string', format: 'password' } }),
  ],
  body: jsonBody('{}'),
});
const filled = Object.fromEntries(page.parameters.map((one) => [fieldKey(one), `value of ${one.name}`]));
const held = 'held/secret "1"';

describe('a request that may leave the page', () => {
  const values = { parameters: filled, mediaType: 0, body: JSON.stringify({ note: `it is ${held}`, n: 1 }) };
  const portable = portableOf(page, values, { secrets: [held], environment: 'sandbox' });

  test('has what was typed, without parameters that carry a credential', () => {
    expect(portable.parameters).toEqual({ 'path:issuer': 'value of issuer', 'query:limit': 'value of limit' });
    expect(portable).toMatchObject({ operation: 'cardea/v2/createOffer', mediaType: 'application/json' });
  });

  test('has no secret that is held at the moment, in whatever spelling, and says how many are missing', () => {
    expect(JSON.parse(portable.body ?? '')).toEqual({ note: `it is ${leftOutSecret}`, n: 1 });
    expect(portable.leftOut).toEqual({ files: 0, secrets: 5 });
    const inPath = { ...values, parameters: { 'path:issuer': `a${encodeURIComponent(held)}b` }, body: '' };
    expect(portableOf(page, inPath, { secrets: [held] }).parameters).toEqual({ 'path:issuer': `a${leftOutSecret}b` });
  });

  test('has no files, and says so', () => {
    const files = { a: [new File(['x'], 'a.txt'), new File(['y'], 'b.txt')] };
    expect(portableOf(page, { ...values, files }, { secrets: [] }).leftOut.files).toBe(2);
  });

  test('fills the form again as it was', () => {
    const { notes, ...reading } = { notes: [], ...valuesOfPortable(page, portable) };
    expect(reading).toMatchObject({ kind: 'values', values: { mediaType: 0, body: portable.body } });
    expect(notes).toEqual(['It comes without 5 secret values.']);
    expect(reading.kind === 'values' && reading.values.parameters['query:k']).toBe('');
  });

  test('is refused by another operation, and loses what the operation does not know', () => {
    expect(valuesOfPortable(operationPage(), portable)).toEqual({
      kind: 'other-operation',
      operation: 'cardea/v2/createOffer',
    });
    const foreign = {
      ...portable,
      leftOut: { files: 0, secrets: 0 },
      mediaType: 'text/plain',
      parameters: { 'query:no': '1', 'query:k': 'a key' },
    };
    expect(valuesOfPortable(page, foreign)).toMatchObject({
      notes: ['This operation does not take “no”, “k”: left out.', 'The body is not text/plain any more.'],
      values: { parameters: { 'query:k': '' } },
    });
  });

  test('waits for its operation until it is taken', () => {
    sendAhead(portable);
    expect(takeArrival('cardea/v2/other')).toBeNull();
    expect(takeArrival(portable.operation)).toBe(portable);
    expect(takeArrival(portable.operation)).toBeNull();
  });
});

describe('a text without its secrets', () => {
  test.each([
    ['a key of the portal', 'send ptl_test_abcDEF123 now', `send ${leftOutSecret} now`],
    ['a signed token', 'x eyJhbGciOi.eyJzdWIiOi.sIgn-4 y', `x ${leftOutSecret} y`],
    ['an authorization', 'Authorization: Basic YWRhOnNlY3JldA==', `Authorization: Basic ${leftOutSecret}`],
    ['a member of JSON', '{"access_token" : "a\\"b", "id": 1}', `{"access_token" : "${leftOutSecret}", "id": 1}`],
    ['a member that was cut off', '{"clientSecret":"abc', `{"clientSecret":"${leftOutSecret}`],
    ['a pair of a form', 'a=1&password=x%20y&b=2', `a=1&password=${leftOutSecret}&b=2`],
    [
      'a pair of an address',
      'https://x.example/cb#access_token=t&z=1',
      `https://x.example/cb#access_token=${leftOutSecret}&z=1`,
    ],
    ['an element', '<a><Password>x</Password></a>', `<a><Password>${leftOutSecret}</Password></a>`],
  ])('has lost %s', (_what, given, want) => {
    expect(withoutSecrets(given)).toEqual({ text: want, count: 1 });
  });

  test.each([
    'Basic information about tokens',
    '{"tokens":3,"password":null}',
    'the token is late',
    '{"holder":"Ada"}',
  ])('is left alone where there is none: %s', (text) => expect(withoutSecrets(text)).toEqual({ text, count: 0 }));

  test.each(['eyJ-', '"token"  ', ' bearer ', '<a:', '&passwor', 'Bearer\t', '"apikey":"', ' a_', 'ptl_test_'])(
    'is read in no time, also where somebody repeats %o to slow it down',
    (piece) => {
      const started = performance.now();
      withoutSecrets(piece.repeat(320_000 / piece.length), ['a known secret']);
      expect(performance.now() - started).toBeLessThan(1_000);
    },
  );

  test('never holds a known secret, and does not change when it is done again', () => {
    const secret = fc.string({ minLength: 4, unit: 'grapheme' }).filter((text) => !leftOutSecret.includes(text));
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (known, before, after) => {
        const { text, count } = withoutSecrets(before + known + after, [known]);
        expect(count).toBeGreaterThan(0);
        expect(text.split(leftOutSecret).some((piece) => piece.includes(known))).toBe(false);
        expect(withoutSecrets(text).text).toBe(withoutSecrets(withoutSecrets(text).text).text);
      }),
    );
  });
});

const anyPortable: fc.Arbitrary<PortableRequest> = fc.record(
  {
    operation: fc.string({ maxLength: 100 }),
    parameters: fc.dictionary(fc.string(), fc.string({ unit: 'grapheme' })),
    mediaType: fc.string(),
    body: fc.string({ unit: 'grapheme', maxLength: 5_000 }),
    partTypes: fc.dictionary(fc.string(), fc.string(), { minKeys: 1 }),
    environment: fc.constantFrom('sandbox', 'live'),
    leftOut: fc.record({ files: fc.nat(9), secrets: fc.nat(9) }),
  },
  { requiredKeys: ['operation', 'parameters', 'leftOut'], noNullPrototype: true },
);

describe('a link', () => {
  test('gives the same request that was put into it', async () => {
    await fc.assert(
      fc.asyncProperty(anyPortable, async (request) => {
        const reading = await readHash((await hashOf(request)) ?? '');
        expect(reading).toEqual({ kind: 'request', request: readPortable(request) });
      }),
      { numRuns: 50 },
    );
  });

  test('is compressed where that pays, and is plain letters', async () => {
    const body = JSON.stringify(Array.from({ length: 100 }, (_, at) => ({ id: at, name: 'Ada' })));
    const hash = (await hashOf({ operation: 'a/b/c', parameters: {}, body, leftOut: { files: 0, secrets: 0 } })) ?? '';
    expect(hash).toMatch(/^#try=1z[\w-]+$/);
    expect(hash.length).toBeLessThan(body.length / 4);
    expect(await toLinkText('short')).toBe('jc2hvcnQ');
  });

  test('is not made of more than a link can hold', async () => {
    const noise = Array.from({ length: 80_000 }, (_, at) => String.fromCharCode(33 + ((at * 7919 * (at % 97)) % 90)));
    const body = noise.join('') + Math.PI;
    const text = [...crypto.getRandomValues(new Uint8Array(60_000))].map((byte) => byte.toString(16)).join('');
    expect(
      await hashOf({ operation: 'a', parameters: {}, body: body + text, leftOut: { files: 0, secrets: 0 } }),
    ).toBeNull();
  });

  test.each([
    ['#servers', { kind: 'none' }],
    ['#tryout', { kind: 'none' }],
    ['', { kind: 'none' }],
    ['#try', { kind: 'waiting' }],
    ['#try=', { kind: 'refused', sentence: 'It is not a link to a request.' }],
    ['#try=<script>alert(1)</script>', { kind: 'refused', sentence: 'It is not a link to a request.' }],
    ['#try=2zAAAA', { kind: 'refused', sentence: 'It was made by a newer version of this portal.' }],
    ['#try=1z!!!!', { kind: 'refused', sentence: 'Part of it is missing, or was changed on the way.' }],
    ['#try=1jbm90IEpTT04', { kind: 'refused', sentence: 'It does not hold a request.' }],
    ['#try=1q', { kind: 'refused', sentence: 'Part of it is missing, or was changed on the way.' }],
  ])('%s is %o', async (hash, want) => {
    expect(await readHash(hash)).toEqual(want);
  });

  test('that holds anything at all is read or refused, and throws nothing', async () => {
    const written = fc.oneof(
      fc.string().map((text) => `#try=1${text}`),
      fc.base64String().map((text) => `#try=1z${text}`),
      fc.json().map((text) => `#try=1j${btoa(unescape(encodeURIComponent(text)))}`),
    );
    await fc.assert(
      fc.asyncProperty(written, async (hash) => {
        expect(['refused', 'request']).toContain((await readHash(hash)).kind);
      }),
      { numRuns: 200 },
    );
  });

  test('that would unpack to more than is wanted is not unpacked', async () => {
    const bomb = await toLinkText('0'.repeat(30_000_000));
    expect(bomb.length).toBeLessThan(60_000);
    expect(await fromLinkText(bomb, 2_000_000)).toBeNull();
    expect((await readHash(`#try=1${bomb}`)).kind).toBe('refused');
  });

  test('cannot bring in what a page must not have: prototypes, other types, other addresses', () => {
    const hostile = JSON.parse('{"__proto__":{"x":1},"operation":"a","parameters":{"__proto__":"y","a":1}}') as unknown;
    expect(readPortable(hostile)).toBeNull();
    expect(({} as { x?: number }).x).toBeUndefined();
    expect(readPortable({ operation: 'a', parameters: {}, body: 7 })).toBeNull();
    expect(readPortable({ operation: 'a', parameters: {}, environment: 'elsewhere' })).not.toHaveProperty(
      'environment',
    );
    expect(readPortable({ operation: 'a', parameters: Object.fromEntries(Array(501).entries()) })).toBeNull();
    expect(
      readPortable({ operation: 'a', parameters: { a: 'Bearer abcdefgh12' }, url: 'https://evil.example' }),
    ).toEqual({
      operation: 'a',
      parameters: { a: `Bearer ${leftOutSecret}` },
      leftOut: { files: 0, secrets: 0 },
    });
  });
});
