import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadPortal, PortalError, readContracts } from '../index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portolan-config-'));
  mkdirSync(path.join(folder, 'openapi'));
  const description = {
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: { '/a': { get: { operationId: 'things/get', responses: { 200: { description: '' } } } } },
  };
  writeFileSync(path.join(folder, 'openapi/a.json'), JSON.stringify(description));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(text: string, name = 'portal.config.ts'): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** The lines of the refusal, without the folder. */
async function refusal(text: string, name?: string): Promise<string[]> {
  const file = write(text, name);
  const error: unknown = await loadPortal(file).then(
    () => 'was loaded',
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof PortalError)) throw new Error(`not a PortalError: ${String(error)}`);
  return error.message.split('\n').map((line) => line.replaceAll(`${folder}/`, ''));
}

const BRAND = "brand: { name: 'N', tagline: 'T' },";
const API = "{ id: 'a', versions: [{ id: 'v1', description: 'openapi/a.json' }] }";

test('defaults are applied and paths are absolute', async () => {
  const file = write(
    `export default { ${BRAND} apis: [{ id: 'my-api', versions: [{ id: 'v2', description: './openapi/a.json' }, { id: 'v1', description: 'openapi/a.json', upstream: 'service' }] }] };`,
  );
  expect(await loadPortal(file)).toEqual({
    configFile: file,
    root: folder,
    brand: { name: 'N', tagline: 'T' },
    url: 'http://localhost:3000',
    serviceUrl: '',
    docsFolder: null,
    apis: [
      {
        id: 'my-api',
        title: 'My Api',
        versions: [
          {
            id: 'v2',
            file: path.join(folder, 'openapi/a.json'),
            upstream: 'sandbox',
            deprecated: undefined,
            current: true,
          },
          {
            id: 'v1',
            file: path.join(folder, 'openapi/a.json'),
            upstream: 'service',
            deprecated: undefined,
            current: false,
          },
        ],
      },
    ],
    guests: { keyLifetimeMinutes: 120, requestsPerMinute: 60 },
    keys: { longestDays: null, requestsPerMinute: 600 },
    limits: { burstSeconds: 60, classes: [] },
    gateway: { requestsAtOnce: 1000, bodyMegabytes: 10 },
    traffic: { retentionDays: 30 },
    metrics: { open: false },
    accounts: { signUp: 'open', staff: [], providers: [] },
    access: [],
    readers: [],
    earlyGuides: [],
    hiddenGuides: [],
    webhooks: { allowPrivateAddresses: false, ports: [443, 8443], retrySeconds: [5, 30, 120, 600, 1800] },
    journeys: [],
    integrations: { categories: [] },
    feedback: {
      reasons: expect.arrayContaining([{ id: 'missing', label: 'Something is missing' }]) as unknown,
      excerptDays: 90,
    },
  });
});

test('types, definePortal, constants and comments are read; a trailing slash of an address is dropped', async () => {
  mkdirSync(path.join(folder, 'guides'));
  const file = write(`// a comment with ünïcode
interface X { readonly a: string }
const brand: X & { name: string; tagline: string } = { a: '', name: 'N', tagline: 'T' } as const;
const { a: _, ...rest } = brand;
const define = <T,>(value: T): T => value;
export default define({ brand: rest, url: 'https://dev.example.com/', docs: 'guides', apis: [${API}] }) satisfies object;
`);
  expect(await loadPortal(file)).toMatchObject({
    url: 'https://dev.example.com',
    docsFolder: path.join(folder, 'guides'),
  });
});

test('a changed configuration is loaded anew', async () => {
  await loadPortal(write(`export default { brand: { name: 'Old', tagline: 'T' }, apis: [${API}] };`));
  const portal = await loadPortal(write(`export default { brand: { name: 'New', tagline: 'T' }, apis: [${API}] };`));
  expect(portal.brand.name).toBe('New');
});

describe('what is wrong is told with its line and what to do, all at once', () => {
  const cases: [string, { config: string; want: (string | RegExp)[] }][] = [
    [
      'unknown keys, wrong types and missing members',
      {
        config: `export default {\n  brnad: {},\n  brand: { name: '', tagline: 1 },\n  apis: [\n    {\n      id: 'A b',\n      versions: [{ id: 'v1', descripton: 'x' }],\n    },\n  ],\n};`,
        want: [
          'portal.config.ts:2: the configuration has no key "brnad". Did you mean "brand"?',
          'portal.config.ts:3: brand.name must be text, not an empty text.',
          'portal.config.ts:3: brand.tagline must be text, not 1.',
          'portal.config.ts:6: apis[0].id must be lower-case letters, digits and single hyphens, as in "my-api", not "A b".',
          'portal.config.ts:7: apis[0].versions[0] has no key "descripton". Did you mean "description"?',
          /^portal\.config\.ts:7: apis\[0\]\.versions\[0\]\.description is missing\. Add it: the path of an OpenAPI file/,
        ],
      },
    ],
    [
      'nothing',
      {
        config: 'export default {};',
        want: ['portal.config.ts:1: brand is missing. Add it.', 'portal.config.ts:1: apis is missing. Add it.'],
      },
    ],
    [
      'no object',
      { config: 'export default 7;', want: ['portal.config.ts:1: the configuration must be an object, not 7.'] },
    ],
    [
      'no default export',
      {
        config: 'export const a = 1;',
        want: ['portal.config.ts: this has no default export. Begin it with "export default definePortal({".'],
      },
    ],
    [
      'two APIs with one id',
      {
        config: `export default { ${BRAND} apis: [\n${API},\n${API},\n] };`,
        want: ['portal.config.ts:3: two APIs have the id "a". Give one of them another id.'],
      },
    ],
    [
      'two versions with one id, and replacements that are not there',
      {
        config: `export default { ${BRAND} apis: [{ id: 'a', versions: [
  { id: 'v1', description: 'openapi/a.json', deprecated: { since: '2026-01-01', replacedBy: 'v1' } },
  { id: 'v1', description: 'openapi/a.json' },
  { id: 'v0', description: 'openapi/a.json', deprecated: { since: '2026-01-01', sunset: '2025-01-01', replacedBy: 'v3' } },
] }] };`,
        want: [
          'portal.config.ts:3: two versions of "a" have the id "v1". Give one of them another id.',
          'portal.config.ts:2: version "v1" is replaced by itself. Name the newer version.',
          'portal.config.ts:4: "a" has no version "v3". Did you mean "v1"?',
          'portal.config.ts:4: "sunset" is before "since" (2026-01-01). Exchange or correct them.',
        ],
      },
    ],
    [
      'addresses, dates and numbers',
      {
        config: `export default { ${BRAND} url: 'localhost:3000',\nserviceUrl: 'https://a.example/path',\nguests: { requestsPerMinute: 0 },\napis: [{ id: 'a', versions: [{ id: 'v1', description: 'openapi/a.json', deprecated: { since: '2026-02-30', guide: 'javascript:alert(1)' } }] }] };`,
        want: [
          /^portal\.config\.ts:1: url must be an address/,
          /^portal\.config\.ts:2: serviceUrl must be an address without a path/,
          /^portal\.config\.ts:4: apis\[0\]\.versions\[0\]\.deprecated\.since must be a date/,
          /:4: .*guide must be a path of this site/,
          /^portal\.config\.ts:3: guests\.requestsPerMinute must be a whole number from 1 to/,
        ],
      },
    ],
    [
      'limits that limit nothing, or what is not there',
      {
        config: `export default { ${BRAND} apis: [${API}], limits: { classes: [
  { id: 'default', methods: ['GET'], requestsPerMinute: 1 },
  { id: 'write', requestsPerMinute: 1 },
  { id: 'write', operations: ['a/v2/get'], requestsPerMinute: 1 },
  { id: 'day', methods: ['GET'], requestsPerMinute: 1 },
] } };`,
        want: [
          'portal.config.ts:4: two classes of limits have the id "write". Give one of them another id.',
          'portal.config.ts:2: "default" is the class of what no other names. Give this one another id.',
          'portal.config.ts:3: the class "write" limits nothing. Name its "methods" or "operations".',
          'portal.config.ts:4: "a" has no version "v2". Did you mean "v1"?',
          'portal.config.ts:5: "day" is the quota of a day. Give this one another id.',
        ],
      },
    ],
    [
      'limits of a wrong shape',
      {
        config: `export default { ${BRAND} apis: [${API}], limits: { burstSeconds: 0, classes: [
  { id: 'write', methods: ['post'], requestsPerMinute: 1.5 },
] } };`,
        want: [
          'portal.config.ts:1: limits.burstSeconds must be a whole number from 1 to 3600, not 0.',
          /^portal\.config\.ts:2: limits\.classes\[0\]\.methods\[0\] must be "GET"/,
          /^portal\.config\.ts:2: limits\.classes\[0\]\.requestsPerMinute must be a whole number/,
        ],
      },
    ],
    [
      'files and folders that are not there',
      {
        config: `export default { ${BRAND} docs: 'gone', apis: [\n{ id: 'a', versions: [{ id: 'v1', description: 'openapi/b.json' }] }] };`,
        want: [
          'portal.config.ts:2: there is no file "openapi/b.json". Correct the path; it is relative to this configuration.',
          'portal.config.ts:1: there is no folder "gone". Create it, or correct the path.',
        ],
      },
    ],
    [
      'journeys that prove nothing',
      {
        config: `export default { ${BRAND} apis: [${API}], journeys: [{ id: 'j', title: 'J', steps: [
  { id: 'one', title: 'One', proof: { kind: 'trafic' } },
] }, { id: 'k', title: 'K', steps: [] }] };`,
        want: [
          /^portal\.config\.ts:2: journeys\[0\]\.steps\[0\]\.proof\.kind must be "key-issued" or "traffic" or .*, not "trafic"/,
          'portal.config.ts:3: journeys[1].steps is empty. Add at least one.',
        ],
      },
    ],
    [
      'journeys that name what is not there',
      {
        config: `export default { ${BRAND} apis: [${API}], journeys: [{ id: 'j', title: 'J', steps: [
  { id: 'one', title: 'One', proof: { kind: 'traffic', operation: 'b/v1/get' } },
  { id: 'two', title: 'Two', proof: { kind: 'traffic', operation: 'a/v2/get', sameResourceAs: 'three' } },
  { id: 'three', title: 'Three', proof: { kind: 'key-issued' } },
] }] };`,
        want: [
          'portal.config.ts:2: there is no API "b". Did you mean "a"?',
          'portal.config.ts:3: "a" has no version "v2". Did you mean "v1"?',
          /^portal\.config\.ts:3: no earlier step proven by traffic is called "three"/,
        ],
      },
    ],
    [
      'what is computed has the line of what is written',
      {
        config: `const apis = [1].map(() => ({ id: 'A' }));\nexport default {\n${BRAND}\n\napis,\n};`,
        want: [/^portal\.config\.ts:5: apis\[0\]\.id must be/, /^portal\.config\.ts:5: apis\[0\]\.versions is missing/],
      },
    ],
    [
      'a syntax error',
      {
        config: 'export default {\n  brand: {,\n};\n',
        want: [/^portal\.config\.ts:2:11: this is not valid TypeScript: Unexpected token `,`\. .*\. Mend it there\.$/],
      },
    ],
    [
      'TypeScript that cannot be stripped',
      {
        config: 'enum A { B }\nexport default A;\n',
        want: [/^portal\.config\.ts:1:1: this is not valid TypeScript: TypeScript enum is not supported/],
      },
    ],
    [
      'a configuration that throws',
      {
        config: "const a = 1;\nthrow new Error('no secrets here');\nexport default {};\n",
        want: [/^portal\.config\.ts:2:7: this configuration fails when it is run: no secrets here\. Mend it there\.$/],
      },
    ],
    [
      'an import of nothing',
      {
        config: "import x from './gone.ts';\nexport default x;\n",
        want: [/^portal\.config\.ts(:1:1)?: this configuration fails when it is run: Cannot find module/],
      },
    ],
  ];
  test.each(cases)('%s', async (_, { config, want }) => {
    const lines = await refusal(config);
    expect(lines).toHaveLength(want.length);
    lines.forEach((line, index) => {
      const wanted = want[index];
      if (typeof wanted === 'string') expect(line).toBe(wanted);
      else expect(line).toMatch(wanted ?? /^$/);
    });
  });

  test('no file, and a file that is no program', async () => {
    await expect(loadPortal(path.join(folder, 'gone.config.ts'))).rejects.toThrow(
      /gone\.config\.ts: there is no such file\. .*PORTAL_CONFIG/,
    );
    expect(await refusal('{}', 'portal.json')).toEqual([
      expect.stringContaining('a configuration is a .ts, .mts, .js or .mjs file'),
    ]);
  });
});

describe('readContracts', () => {
  const journey = (operation: string) =>
    `journeys: [{ id: 'j', title: 'J', steps: [\n{ id: 's', title: 'S',\nproof: { kind: 'traffic', operation: '${operation}' } }] }]`;

  test('reads what the configuration names, in its order', async () => {
    const portal = await loadPortal(
      write(`export default { ${BRAND} apis: [${API}], ${journey('a/v1/things/get')} };`),
    );
    expect((await readContracts(portal)).map(({ api, version }) => [api, version])).toEqual([['a', 'v1']]);
  });
  test('refuses a proof by an operation that the contract does not have, with the line of the configuration', async () => {
    const portal = await loadPortal(write(`export default { ${BRAND} apis: [${API}], ${journey('a/v1/thing/get')} };`));
    await expect(readContracts(portal)).rejects.toThrow(
      /portal\.config\.ts:3: a v1 has no operation "thing\/get"\. Did you mean "things\/get"\?/,
    );
  });
  test('refuses a step that nothing could prove, with the line of the configuration', async () => {
    const config = `${journey('a/v1/things/get')}`.replace("kind: 'traffic'", "kind: 'idempotent-retry'");
    const portal = await loadPortal(write(`export default { ${BRAND} apis: [${API}], ${config} };`));
    await expect(readContracts(portal)).rejects.toThrow(
      /portal\.config\.ts:3: the step "s" cannot be proven: things\/get declares no Idempotency-Key header/,
    );
  });

  test('tells of all descriptions that cannot be read', async () => {
    for (const name of ['b', 'c']) writeFileSync(path.join(folder, `openapi/${name}.json`), '{"swagger":"2.0"}');
    const apis = ['b', 'c'].map(
      (name) => `{ id: '${name}', versions: [{ id: 'v1', description: 'openapi/${name}.json' }] }`,
    );
    const portal = await loadPortal(write(`export default { ${BRAND} apis: [${apis.join(', ')}] };`));
    await expect(readContracts(portal)).rejects.toThrow(/b\.json:1:2: this is Swagger 2\.0[^\n]*\n[^\n]*c\.json:1:2/);
  });
});

test("the portal's own configuration is valid, and its types agree with its shape", async () => {
  const portal = await loadPortal(path.resolve('portal.config.ts'));
  expect(portal.apis.map(({ id }) => id)).toContain('cardea');
  expect(readFileSync('portal.config.ts', 'utf8')).toContain('definePortal');
});
