import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAllowedValue, serverUrl } from '../../server-variables.ts';
import { aContract, anOperation } from '../../model.fixture.ts';
import { checkNamedOperations, loadPortal, PortalError } from '../index.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portolan-live-'));
  writeFileSync(path.join(folder, 'a.json'), '{"openapi":"3.1.0","info":{"title":"T","version":"1"},"paths":{}}');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(live: string, rest = ''): string {
  const file = path.join(folder, 'portal.config.ts');
  const version = `{ id: 'v1', description: 'a.json', ${rest}\nlive: {\n${live}\n} }`;
  writeFileSync(
    file,
    `export default { brand: { name: 'N', tagline: 'T' }, apis: [{ id: 'a', versions: [${version}] }] };`,
  );
  return file;
}

async function refusal(live: string, rest = ''): Promise<string[]> {
  const error: unknown = await loadPortal(write(live, rest)).catch((thrown: unknown) => thrown);
  if (!(error instanceof PortalError)) throw new Error(`not refused: ${String(error)}`);
  return error.message.split('\n').map((line) => line.replaceAll(`${folder}/`, ''));
}

const at = 'apis[0].versions[0].live';

describe('a live upstream in portal.config.ts', () => {
  test('is taken with its variables, its credential and a default timeout', async () => {
    const portal = await loadPortal(
      write(`url: 'https://{region}.api.example.com:{port}/{tenant}',
variables: { region: { values: ['eu', 'us'] }, port: { values: ['8443'] }, tenant: { pattern: '[a-z]{3,9}', default: 'main' } },
credential: { kind: 'header', name: 'X-Api-Key', valueFrom: 'LIVE_KEY' }`),
    );
    expect(portal.apis[0]?.versions[0]?.live).toMatchObject({
      timeoutSeconds: 30,
      credential: { valueFrom: 'LIVE_KEY' },
    });
  });

  test('has the protection that it names, and of the rest the default', async () => {
    const portal = await loadPortal(
      write("url: 'https://a.example', protection: { requestsAtOnce: 8, retryPercent: 0 }"),
    );
    expect(portal.apis[0]?.versions[0]?.live?.protection).toEqual({
      requestsAtOnce: 8,
      waitingAtMost: 64,
      waitSeconds: 2,
      retryPercent: 0,
      failuresInARow: 5,
      failurePercent: 50,
      pauseSeconds: 5,
    });
  });

  test.each<[string, string, string[]]>([
    [
      'no places, more than every request, and part of a second',
      "url: 'https://a.example', protection: {\nrequestsAtOnce: 0,\nretryPercent: 101,\npauseSeconds: 0.5 }",
      [
        `portal.config.ts:4: ${at}.protection.requestsAtOnce must be a whole number from 1 to 10000, not 0.`,
        `portal.config.ts:5: ${at}.protection.retryPercent must be a whole number from 0 to 100, not 101.`,
        `portal.config.ts:6: ${at}.protection.pauseSeconds must be a whole number from 1 to 600, not 0.5.`,
      ],
    ],
    ['a misspelt protection', "url: 'https://a.example', protection: { retrys: 1 }", ['has no key "retrys"']],
    [
      'no scheme',
      "url: 'api.example.com'",
      [`portal.config.ts:3: ${at}.url begins with neither https:// nor http://.`],
    ],
    ['another scheme', "url: 'file:///etc/passwd'", [`${at}.url begins with neither`]],
    [
      'a variable as the scheme',
      "url: '{s}://a.example', variables: { s: { values: ['http'] } }",
      ['begins with neither'],
    ],
    ['a password', "url: 'https://me:secret@a.example'", ['holds a user name or password; those go into "credential"']],
    ['a query', "url: 'https://a.example/?key=1'", ['has a query or a fragment']],
    ['no host', "url: 'https://'", ['no address']],
    ['a variable that is not declared', "url: 'https://{region}.a.example'", ['"variables" has no "region"']],
    [
      'a variable that is nowhere',
      "url: 'https://a.example',\nvariables: {\nregion: { values: ['eu'] } }",
      ['portal.config.ts:5: the address has no "{region}".'],
    ],
    [
      'a pattern that would choose the host',
      "url: 'https://{host}/v1', variables: { host: { pattern: '.*', default: 'a' } }",
      ['would let a request choose the host'],
    ],
    [
      'a pattern before a domain of one label',
      "url: 'https://{host}.com', variables: { host: { pattern: '.*', default: 'a' } }",
      ['would let a request choose the host'],
    ],
    [
      'values and a pattern',
      "url: 'https://a.example/{v}', variables: { v: { values: ['a'], pattern: 'a', default: 'a' } }",
      ['must have either "values" or "pattern"'],
    ],
    ['no pattern', "url: 'https://a.example/{v}', variables: { v: { pattern: '(', default: 'a' } }", ['is no pattern']],
    ['a pattern alone', "url: 'https://a.example/{v}', variables: { v: { pattern: 'a' } }", ['default is missing']],
    [
      'a default that is not allowed',
      "url: 'https://a.example/{v}', variables: { v: { values: ['a'], default: 'b' } }",
      ['default is "b", which is not an allowed value'],
    ],
    [
      'a value that would end the host',
      "url: 'https://{v}.a.example', variables: { v: { values: ['evil.example/'] } }",
      ['values has "evil.example/"'],
    ],
    [
      'a secret in the place of a variable’s name',
      "url: 'https://a.example', credential: { kind: 'bearer', tokenFrom: 's3cret-token!' }",
      [`${at}.credential.tokenFrom must be the name of an environment variable`],
    ],
    [
      'another kind of credential',
      "url: 'https://a.example', credential: { kind: 'digest' }",
      [`${at}.credential.kind must be "header" or "basic" or "bearer" or "oauth2", not "digest"`],
    ],
    ...(
      [
        [
          'in the clear',
          'http://auth.example/token',
          'does not begin with https://: the secret would be sent in the clear',
        ],
        ['that is none', 'auth.example/token', 'is "auth.example/token", no address'],
        ['with a password', 'https://me:s3cret@auth.example', 'holds a user name or password'],
        ['with a fragment', 'https://auth.example/#a', 'has a fragment'],
      ] as const
    ).map(([what, tokenUrl, words]): [string, string, string[]] => [
      `a token endpoint ${what}`,
      `url: 'https://a.example', credential: {\nkind: 'oauth2',\ntokenUrl: '${tokenUrl}', clientIdFrom: 'A', clientSecretFrom: 'B' }`,
      [`portal.config.ts:5: ${at}.credential.tokenUrl ${words}`],
    ]),
    [
      'a token for nobody, with a scope of two words',
      "url: 'https://a.example', credential: { kind: 'oauth2', tokenUrl: 'https://a.example', clientIdFrom: 'A', scopes: ['a b'] }",
      ['clientSecretFrom is missing', `${at}.credential.scopes[0] must be a scope without spaces`],
    ],
    [
      'a misspelt key',
      "url: 'https://a.example', timeoutSecond: 3",
      ['has no key "timeoutSecond". Did you mean "timeoutSeconds"?'],
    ],
    [
      'a header that frames the message, and one that holds a secret',
      "url: 'https://a.example', requestHeaders: {\nremove: ['Content-Length'],\nset: { Authorization: 'Bearer s3cret' } }",
      [
        "portal.config.ts:4: the header Content-Length is the gateway's own on each hop. Leave it out.",
        'portal.config.ts:5: Authorization is a secret\'s place. Use "credential", which takes it from the environment.',
      ],
    ],
    [
      'a header that would begin another one',
      "url: 'https://a.example', requestHeaders: { set: { 'X-A': 'a\\r\\nX-B: b' }, rename: { 'X A': 'b' } }",
      [
        'rename has the name "X A". Use the name of a header.',
        `${at}.requestHeaders.set.X-A must be text that a header can carry`,
      ],
    ],
    [
      'a path that climbs, one with a query, one that ends in a slash',
      "url: 'https://a.example', paths: {\noperations: { a: '/b/../c', b: '/b?c' },\nrename: [{ from: '/a/', to: '/b' }] }",
      [
        '.paths.operations.a must be a path such as',
        '.paths.operations.b must be',
        '.paths.rename[0].from must be the beginning',
      ],
    ],
    [
      'a time without end, and a pool of none',
      "url: 'https://a.example', timeouts: { wholeSeconds: 100000 }, pool: { connections: 0 }",
      ['wholeSeconds must be a whole number from 1 to 86400', 'connections must be a whole number from 1 to 10000'],
    ],
  ])('is refused with its place: %s', async (_, live, want) => {
    const lines = await refusal(live);
    expect(lines).toHaveLength(want.length);
    want.forEach((words, index) => expect(lines[index]).toContain(words));
  });

  test('is refused for the portal’s own API', async () => {
    expect(await refusal("url: 'https://a.example'", "upstream: 'service',")).toEqual([
      expect.stringContaining('the portal’s own API has one environment'),
    ]);
  });
});

describe('the paths of a live upstream', () => {
  const contract = aContract([
    anOperation({ id: 'getThing', path: '/things/{id}' }),
    anOperation({ id: 'list', path: '/things' }),
  ]);
  const refused = async (paths: string) => {
    const portal = await loadPortal(write(`url: 'https://a.example',\npaths: {\n${paths} }`));
    const found: unknown = await checkNamedOperations(portal, [{ ...contract, api: 'a' }]).catch(
      (error: unknown) => error,
    );
    return found instanceof Error ? found.message.replaceAll(`${folder}/`, '').split('\n') : [];
  };

  test('are taken where the contract has what they name', async () => {
    const mapped = "operations: { getThing: '/v3/items/{id}/full' }, rename: [{ from: '/things', to: '/items' }]";
    expect(await refused(mapped)).toEqual([]);
  });

  test.each([
    ["operations: { getThin: '/a' }", 'portal.config.ts:5: a v1 has no operation "getThin". Did you mean "getThing"?'],
    ["operations: { getThing: '/a/{ID}' }", 'has "{ID}", and the path of the operation has only {id}. Correct it.'],
    ["operations: { list: '/a/{id}' }", 'has "{id}", and the path of the operation has no parameter. Correct it.'],
    ["rename: [{ from: '/thing', to: '/a' }]", 'no path of a v1 begins with "/thing". Correct it, or leave it out.'],
  ])('are refused with their line: %s', async (paths, words) => {
    expect(await refused(paths)).toEqual([expect.stringContaining(words)]);
  });
});

describe('the address that a request chooses', () => {
  const live = {
    url: 'https://{region}.api.example.com/{tenant}',
    variables: { region: { values: ['eu', 'us'] }, tenant: { pattern: '[a-z.]+', default: 'main' } },
  };

  test('has the values that were asked for, and defaults', () => {
    const chosen = serverUrl(live, new Map([['region', 'us']]));
    expect(chosen).toEqual({ kind: 'url', url: 'https://us.api.example.com/main' });
  });

  test.each([
    ['region', 'cn'],
    ['region', 'us.evil.example/'],
    ['region', 'us@evil.example'],
    ['tenant', '..'],
    ['tenant', 'a/b'],
    ['tenant', 'a%2fb'],
    ['tenant', 'a\r\nX: 1'],
    ['tenant', ''],
    ['tenant', 'a'.repeat(64)],
    ['url', 'https://evil.example'],
    ['__proto__', 'a'],
  ])('is never made of %s = %j', (name, value) => {
    expect(serverUrl(live, new Map([[name, value]]))).toEqual({ kind: 'refused', name, value });
  });

  test('a pattern matches the whole value', () => {
    expect(isAllowedValue({ pattern: 'a|b' }, 'a')).toBe(true);
    expect(isAllowedValue({ pattern: 'a|b' }, 'ab')).toBe(false);
  });
});
