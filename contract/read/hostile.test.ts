import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Contract } from '../model.ts';
import { followRef, PortalError, readContract } from './index.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portolan-read-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function readText(name: string, content: string | Buffer): Promise<Contract> {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return readContract({ api: 'a', version: 'v1', file });
}
const refusal = (reading: Promise<Contract>): Promise<string> =>
  reading.then(
    () => 'was read',
    (error: unknown) =>
      error instanceof PortalError ? error.message.replace(`${folder}/`, '') : `not a PortalError: ${String(error)}`,
  );

const HEAD = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\n";
const yaml = (rest: string) => HEAD + rest;

describe('a description that cannot be read is refused with its place and what to do', () => {
  const cases: [string, { name?: string; content: string | Buffer; want: RegExp }][] = [
    [
      'Swagger 2.0',
      { content: "info: {}\nswagger: '2.0'\n", want: /^x\.yaml:2:1: this is Swagger 2\.0\. .*swagger2openapi/ },
    ],
    [
      'an OpenAPI to come',
      { content: 'openapi: 4.0.0\n', want: /^x\.yaml:1:1: this is OpenAPI "4\.0\.0"\. This portal reads/ },
    ],
    ['an OpenAPI that never was', { content: 'openapi: 3.10.0\n', want: /this is OpenAPI "3\.10\.0"/ }],
    ['AsyncAPI', { content: 'asyncapi: 3.0.0\n', want: /no "openapi" member \(it has "asyncapi"\)/ }],
    ['a list', { content: '- a\n', want: /not an OpenAPI description/ }],
    ['a text', { content: 'hello\n', want: /not an OpenAPI description/ }],
    ['null', { name: 'x.json', content: 'null', want: /not an OpenAPI description/ }],
    ['nothing', { content: ' \n', want: /this file is empty/ }],
    ['Latin-1', { content: Buffer.from('openapi: 3.1.0 # \xe9\n', 'latin1'), want: /not UTF-8/ }],
    ['UTF-16', { content: Buffer.from('\ufeffopenapi: 3.1.0\n', 'utf16le'), want: /not UTF-8/ }],
    [
      'broken JSON',
      { name: 'x.json', content: '{\n "openapi": "3.1.0",\n oops\n}', want: /^x\.json:3:2: this is not valid JSON/ },
    ],
    [
      'JSON cut short',
      { name: 'x.json', content: '{\n "openapi": "3.1.0",', want: /^x\.json:2:\d+: this is not valid JSON/ },
    ],
    ['a JSON word misspelt', { name: 'x.json', content: '{"openapi": tru}', want: /this is not valid JSON/ }],
    ['broken YAML', { content: 'openapi: 3.1.0\ninfo:\n\t- a: b\n', want: /^x\.yaml:\d+:\d+: this is not valid YAML/ }],
    [
      'a YAML key twice',
      {
        content: yaml('paths: {}\npaths: {}\n'),
        want: /^x\.yaml:4:1: this is not valid YAML: Map keys must be unique/,
      },
    ],
    ['two YAML documents', { content: `${HEAD}---\n${HEAD}`, want: /not valid YAML/ }],
    [
      'an unknown reference',
      {
        content: yaml("components:\n  schemas:\n    A: { $ref: '#/components/schemas/B' }\npaths: {}\n"),
        want: /^x\.yaml:5:10: the \$ref "#\/components\/schemas\/B" names nothing in this file\. Correct it/,
      },
    ],
    [
      'a reference to what objects inherit',
      {
        content: yaml("components:\n  schemas:\n    A: { $ref: '#/components/schemas/constructor' }\n"),
        want: /names nothing/,
      },
    ],
    [
      'a file that is not beside it',
      {
        content: yaml('paths:\n  /a: { $ref: other.yaml }\n'),
        want: /^x\.yaml:4:9: the \$ref "other\.yaml" names a file that is not there\. Correct it/,
      },
    ],
    [
      'a file anywhere',
      {
        content: yaml('paths:\n  /a: { $ref: "file:///etc/passwd" }\n'),
        want: /leads elsewhere, and only references within the file/,
      },
    ],
    [
      'another host without its scheme',
      {
        content: yaml('paths:\n  /a: { $ref: "//example.com/a" }\n'),
        want: /leads elsewhere, and only references within the file/,
      },
    ],
    [
      'a parameter that is itself',
      {
        content: yaml(
          "components:\n  parameters:\n    A: { $ref: '#/components/parameters/B' }\n    B: { $ref: '#/components/parameters/A' }\n",
        ),
        want: /^x\.yaml:5:10: this \$ref .* leads back to itself/,
      },
    ],
    [
      'a response that is itself',
      {
        content: yaml("components:\n  responses:\n    A: { $ref: '#/components/responses/A' }\n"),
        want: /leads back to itself/,
      },
    ],
    [
      'a schema that is only itself',
      {
        content: yaml("components:\n  schemas:\n    A: { $ref: '#/components/schemas/A' }\n"),
        want: /leads back to itself/,
      },
    ],
    [
      'YAML that contains itself',
      { content: yaml('components: &c\n  schemas:\n    A: *c\n'), want: /^x\.yaml:.*contains itself/ },
    ],
    [
      'an alias bomb',
      { content: yaml(bomb()), want: /^x\.yaml:12:1: the aliases \(\*name\) in this unfold to more than 64 MB/ },
    ],
    ['brackets without end', { content: yaml(`x-a: ${'['.repeat(20_000)}`), want: /nested too deeply|not valid YAML/ }],
    [
      'half of a character in a value',
      {
        name: 'x.json',
        content: '{"openapi":"3.1.0",\n"info":{"title":"\\ud83d\\ude00 \\ud800","version":"1"}}',
        want: /^x\.json:2:9: this has half of a character/,
      },
    ],
    [
      'half of a character in a name',
      {
        content: `${HEAD}paths:\n  "/a\\udc00": {}\n`,
        want: /^x\.yaml:3:1: this has half of a character/,
      },
    ],
    [
      'JSON nested 100,000 deep',
      {
        name: 'x.json',
        content: `{"openapi":"3.1.0","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
        want: /more than 500 levels deep/,
      },
    ],
  ];
  test.each(cases)('%s', async (_, { name = 'x.yaml', content, want }) => {
    const message = await refusal(readText(name, content));
    expect(message).toMatch(want);
    expect(message).not.toMatch(/\n\s+at /);
  });

  test('no file, a folder, a link to itself', async () => {
    mkdirSync(path.join(folder, 'dir'), { recursive: true });
    symlinkSync('loop.yaml', path.join(folder, 'loop.yaml'));
    const at = (name: string) => refusal(readContract({ api: 'a', version: 'v1', file: path.join(folder, name) }));
    expect(await at('none.yaml')).toMatch(/^none\.yaml: there is no such file\. Check the path/);
    expect(await at('dir')).toMatch(/^dir: this is a folder\. Name the OpenAPI file/);
    expect(await at('loop.yaml')).toMatch(/leads back to itself/);
    expect(await at('dir/none.yaml/x')).toMatch(/no such file/);
  });

  test('all unknown references are told at once', async () => {
    const message = await refusal(
      readText('x.yaml', yaml("components:\n  schemas:\n    A: { $ref: '#/a' }\n    B: { $ref: '#/b' }\n")),
    );
    expect(message.split('\n')).toHaveLength(2);
  });

  test('a remote reference opens no socket', async () => {
    let connections = 0;
    const server = createServer(() => connections++).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const message = await refusal(readText('x.yaml', yaml(`paths:\n  /a: { $ref: 'http://127.0.0.1:${port}/a' }\n`)));
    server.close();
    expect(message).toMatch(/^x\.yaml:4:9: .*leads elsewhere/);
    expect(connections).toBe(0);
  });
});

describe('what is hostile and can be read', () => {
  test('names that objects inherit are names like any other', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const schemas = names
      .map((name) => `"${name}": {"type": "object", "properties": {"__proto__": {"type": "string", "nullable": true}}}`)
      .join(',');
    const tags = names.map((name) => `"${name}"`).join(',');
    const contract = await readText(
      'x.json',
      `{"openapi":"3.0.0","info":{"title":"T","version":"1"},"components":{"schemas":{${schemas}}},
        "paths":{"/__proto__":{"get":{"operationId":"__proto__","tags":[${tags}],"responses":{"200":{"description":"","headers":{"__proto__":{"schema":{}}}}},"x-a":1}}}}`,
    );
    expect(Object.keys(contract.schemas)).toEqual(names);
    expect(contract.operations[0]).toMatchObject({ id: '__proto__', slug: 'proto', tags: names });
    expect(followRef(contract, '#/components/schemas/__proto__')).toMatchObject({ type: 'object' });
    expect(() => followRef(contract, '#/components/schemas/valueOf')).toThrow(PortalError);
    expect(({} as Record<string, unknown>).type).toBeUndefined();
  });
  test('an expression of halves of characters is none', async () => {
    const contract = await readText(
      'x.yaml',
      yaml("components:\n  schemas:\n    A: { pattern: '^[^\\ud800-\\udfff]$' }\n"),
    );
    expect(contract.schemas.A).toEqual({ pattern: '^[^\\ud800-\\udfff]$' });
  });
  test('schemas nested 200 deep', async () => {
    let schema: object = { type: 'string', nullable: true };
    for (let i = 0; i < 200; i++) schema = { type: 'object', properties: { a: schema } };
    const contract = await readText(
      'x.json',
      JSON.stringify({
        openapi: '3.0.0',
        info: { title: 'T', version: '1' },
        paths: {},
        components: { schemas: { A: schema } },
      }),
    );
    expect(JSON.stringify(contract.schemas.A)).toContain('["string","null"]');
  });
  test('a thousand uses of one YAML anchor, and merge keys', async () => {
    const uses = Array.from({ length: 900 }, (_, index) => `    S${index}: *s\n`).join('');
    const contract = await readText(
      'x.yaml',
      yaml(
        `components:\n  schemas:\n    S: &s { type: object, example: 1 }\n    M: { <<: *s, title: m }\n${uses}paths: {}\n`,
      ),
    );
    expect(contract.schemas.M).toEqual({ type: 'object', title: 'm', examples: [1] });
    expect(contract.schemas.S7).toEqual({ type: 'object', examples: [1] });
  });
  test('references with escapes, anchors, ids, and into what moved', async () => {
    const contract = await readText(
      'x.json',
      JSON.stringify({
        openapi: '3.0.0',
        info: { title: 'T', version: '1' },
        paths: {},
        components: {
          schemas: {
            'a/b c': { type: 'string' },
            Named: {
              $id: 'https://example.com/named',
              $anchor: 'here',
              type: 'object',
              $defs: { In: { type: 'integer' } },
              properties: { x: { $ref: '#/$defs/In' } },
            },
            Moved: { nullable: true, allOf: [{ type: 'object', properties: { deep: { type: 'boolean' } } }] },
            Uses: {
              properties: {
                a: { $ref: '#/components/schemas/a~1b%20c' },
                b: { $ref: 'https://example.com/named' },
                c: { $ref: '#here' },
                d: { $ref: '#/components/schemas/Moved/allOf/0/properties/deep' },
              },
            },
          },
        },
      }),
    );
    const { properties } = contract.schemas.Uses as { properties: Record<string, { $ref: string }> };
    const types = Object.values(properties).map(({ $ref }) => (followRef(contract, $ref) as { type: string }).type);
    expect(types).toEqual(['string', 'object', 'object', 'boolean']);
    const named = contract.schemas.Named as { properties: { x: { $ref: string } } };
    expect(followRef(contract, named.properties.x.$ref)).toEqual({ type: 'integer' });
  });
  test('a thousand things to mend are told once, with the first places', async () => {
    const schemas = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`S${index}`, { type: 'text' }]));
    const { warnings } = await readText(
      'x.json',
      JSON.stringify({
        openapi: '3.1.0',
        info: { title: 'T', version: '1' },
        paths: { '/a': { get: { responses: { 200: {} } } } },
        components: { schemas },
      }),
    );
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toMatch(
      /^\S+x\.json:1:\d+: "type" must be .* 999 more like this: 1:\d+, 1:\d+, 1:\d+, 1:\d+ …$/,
    );
  });
});

function bomb(): string {
  let text = 'x-a: &a0 [lol]\n';
  for (let level = 1; level < 10; level++)
    text += `x-${level}: &a${level} [${Array(10)
      .fill(`*a${level - 1}`)
      .join(', ')}]\n`;
  return text;
}
