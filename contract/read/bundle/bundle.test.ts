import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Contract } from '../../model.ts';
import { followRef } from '../follow-ref.ts';
import { publishedDescription } from '../published-description.ts';
import { readContract } from '../read-contract.ts';

let outer: string;
let folder: string;
beforeEach(() => {
  outer = mkdtempSync(path.join(tmpdir(), 'portolan-bundle-'));
  folder = path.join(outer, 'api');
});
afterEach(() => rmSync(outer, { recursive: true, force: true }));

async function read(files: Readonly<Record<string, string>>, main = 'openapi.yaml'): Promise<Contract> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return readContract({ api: 'a', version: 'v1', file: path.join(folder, main) });
}
const refusal = (files: Readonly<Record<string, string>>) =>
  read(files).then(
    () => 'was read',
    (error: Error) => error.message.replaceAll(`${folder}/`, ''),
  );

const HEAD = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\ntags: [{ name: T }]\n";
const answering = (schema: string) =>
  `{ operationId: x, tags: [T], responses: { '200': { description: Fine, content: { application/json: { schema: ${schema} } } } } }`;

describe('files below the folder are read into one contract', () => {
  test('schemas, whole files and parts of them, under their own names and once', async () => {
    const contract = await read({
      'openapi.yaml': `${HEAD}paths:\n  /a: { get: ${answering("{ $ref: 'schemas/offer.yaml' }")} }\ncomponents:\n  schemas:\n    Own: { $ref: './schemas/common.yaml#/definitions/Id' }\n    offer: { type: string }\n`,
      'schemas/offer.yaml':
        "type: object\nproperties:\n  id: { $ref: 'common.yaml#/definitions/Id' }\n  again: { $ref: '#' }\n  own: { $ref: '../openapi.yaml#/components/schemas/offer' }\n",
      'schemas/common.yaml':
        'definitions:\n  Id: { type: integer, not: { $ref: "#/definitions/Zero" } }\n  Zero: { const: 0 }\n',
    });
    expect(contract.schemas).toEqual({
      Own: { type: 'integer', not: { $ref: '#/components/schemas/Zero' } },
      Zero: { const: 0 },
      offer: { type: 'string' },
      'offer-2': {
        type: 'object',
        properties: {
          id: { $ref: '#/components/schemas/Own' },
          again: { $ref: '#/components/schemas/offer-2' },
          own: { $ref: '#/components/schemas/offer' },
        },
      },
    });
    expect(contract.operations[0]?.responses[0]?.content[0]?.schema).toEqual({ $ref: '#/components/schemas/offer-2' });
    expect(contract.otherFiles?.map((file) => path.relative(folder, file)).sort()).toEqual([
      'schemas/common.yaml',
      'schemas/offer.yaml',
    ]);
    expect(contract.warnings).toEqual([]);
  });

  test('path items, parameters, responses, examples, in YAML and JSON', async () => {
    const contract = await read({
      'openapi.yaml': `${HEAD}paths:\n  /a: { $ref: 'paths/a.json' }\n  /b: { $ref: 'paths/a.json' }\n`,
      'paths/a.json': JSON.stringify({
        parameters: [{ $ref: '../parts.yaml#/parameters/page' }],
        get: { operationId: 'x', tags: ['T'], responses: { 200: { $ref: '../parts.yaml#/responses/Fine' } } },
      }),
      'parts.yaml':
        "parameters:\n  page: { name: page, in: query, schema: { type: integer } }\nresponses:\n  Fine:\n    description: Fine\n    content: { application/json: { examples: { e: { $ref: 'e.yaml' } } } }\n",
      'e.yaml': 'value: { a: 1 }\n',
    });
    expect(contract.operations.map(({ path }) => path)).toEqual(['/a', '/b']);
    for (const operation of contract.operations) {
      expect(operation.parameters).toMatchObject([{ name: 'page', schema: { type: 'integer' } }]);
      expect(operation.responses).toMatchObject([{ content: [{ examples: [{ name: 'e', value: { a: 1 } }] }] }]);
    }
  });

  test('sections that are a file, as many tools take them', async () => {
    const contract = await read({
      'openapi.yaml': `${HEAD}paths: { $ref: paths/index.yaml }\ncomponents: { schemas: { $ref: 'schemas/index.yaml' } }\n`,
      'paths/index.yaml': '/a: { $ref: a.yaml }\n',
      'paths/a.yaml': `get: ${answering("{ $ref: '../schemas/index.yaml#/Offer' }")}\n`,
      'schemas/index.yaml': 'Offer: { $ref: ./offer.yaml }\nOther: { type: string }\n',
      'schemas/offer.yaml': 'properties: { other: { $ref: ./index.yaml#/Other } }\n',
    });
    const schema = contract.operations[0]?.responses[0]?.content[0]?.schema as { $ref: string };
    const offer = followRef(contract, schema.$ref) as { properties: { other: { $ref: string } } };
    expect(followRef(contract, offer.properties.other.$ref)).toEqual({ type: 'string' });
  });

  test('discriminators lead to the schemas that their files became', async () => {
    const contract = await read({
      'openapi.yaml': `${HEAD}paths:\n  /a: { get: ${answering('{ $ref: pet.yaml }')} }\n`,
      'pet.yaml':
        "oneOf: [{ $ref: dog.yaml }]\ndiscriminator: { propertyName: kind, mapping: { dog: './dog.yaml', cat: Cat } }\n",
      'dog.yaml': 'type: object\n',
    });
    expect(contract.schemas.pet).toMatchObject({
      oneOf: [{ $ref: '#/components/schemas/dog' }],
      discriminator: { mapping: { dog: '#/components/schemas/dog', cat: 'Cat' } },
    });
  });

  test('a warning has the place in the file where it is written', async () => {
    const { warnings } = await read({
      'openapi.yaml': `${HEAD}paths:\n  /a: { $ref: paths/a.yaml }\n`,
      'paths/a.yaml': `# A path\nget: ${answering("{ $ref: '../s.json' }")}\npost:\n  operationId: y\n  tags: [T]\n`,
      's.json': '{\n "properties": {\n  "a": { "type": "text" }\n }\n}\n',
    });
    expect(warnings.map((warning) => warning.replace(`${folder}/`, ''))).toEqual([
      expect.stringMatching(/^s\.json:3:3: "type" must be/),
      expect.stringMatching(/^paths\/a\.yaml:3:1: this operation declares no response/),
    ]);
  });

  test('readers download one file that says the same', async () => {
    const contract = await read({
      'openapi.yaml': `${HEAD}paths:\n  /a: { get: ${answering("{ $ref: 'offer.yaml' }")} }\n  /b: { x-internal: true, get: {} }\n`,
      'offer.yaml': 'type: object\nexample: { a: 1 }\n',
    });
    const { bytes, extension } = publishedDescription(contract);
    expect(bytes.toString()).toContain('example:');
    expect(bytes.toString()).not.toContain('/b:');
    const again = await read({ [`bundled${extension}`]: bytes.toString() }, `bundled${extension}`);
    expect(again).toMatchObject({ operations: contract.operations, schemas: contract.schemas, otherFiles: [] });
  });
});

describe('what is not opened', () => {
  test.each([
    [
      'out of the folder',
      '../secret.yaml',
      /^openapi\.yaml:5:9: the \$ref "\.\.\/secret\.yaml" leads out of the description's folder/,
    ],
    ['out of it, encoded', '%2e%2e/secret.yaml', /leads out of the description's folder/],
    ['the root of the disk', '/etc/passwd', /leads out of the description's folder/],
    ['a link out of it', 'link.yaml', /^openapi\.yaml:5:9: .* leads by a link out of the description's folder/],
    [
      'a file that is not there',
      'gone.yaml',
      /^openapi\.yaml:5:9: the \$ref "gone\.yaml" names a file that is not there/,
    ],
    ['nothing in a file', 'there.yaml#/nothing', /^openapi\.yaml:5:9: .* names nothing in there\.yaml/],
    ['file:', 'file:///etc/passwd', /^openapi\.yaml:5:9: .* leads elsewhere/],
    ['https:', 'https://example.com/a.yaml', /^openapi\.yaml:5:9: .* leads elsewhere/],
    ['a folder', 'folder', /this is a folder/],
  ])('%s', async (_, ref, want) => {
    mkdirSync(path.join(folder, 'folder'), { recursive: true });
    writeFileSync(path.join(outer, 'secret.yaml'), 'get: {}\n');
    symlinkSync(path.join(outer, 'secret.yaml'), path.join(folder, 'link.yaml'));
    expect(
      await refusal({ 'openapi.yaml': `${HEAD}paths:\n  /a: { $ref: '${ref}' }\n`, 'there.yaml': 'get: {}\n' }),
    ).toMatch(want);
  });

  test('what is wrong in another file has its place there', async () => {
    const paths = `${HEAD}paths:\n  /a: { $ref: 'a/a.yaml' }\n`;
    const said = (other: string) => refusal({ 'openapi.yaml': paths, 'a/a.yaml': other });
    expect(await said('get: [\n')).toMatch(/^a\/a\.yaml:\d+:\d+: this is not valid YAML/);
    expect(await said('get:\n  requestBody: { $ref: b.yaml }\n')).toMatch(
      /^a\/a\.yaml:2:18: the \$ref "b\.yaml" names a file/,
    );
    expect(await said('get:\n  requestBody: { $ref: "#/b" }\n')).toMatch(
      /^a\/a\.yaml:2:18: the \$ref "#\/b" names nothing in this file/,
    );
    expect(await said('get:\n  requestBody: { $ref: "http://a/b" }\n')).toMatch(
      /^a\/a\.yaml:2:18: the \$ref "http:\/\/a\/b" leads elsewhere/,
    );
  });

  test('files that name each other without end come to an end', async () => {
    const circle = { 'a.yaml': '$ref: b.yaml\n', 'b.yaml': '$ref: a.yaml\n' };
    expect(await refusal({ 'openapi.yaml': `${HEAD}paths: { /a: { $ref: a.yaml } }\n`, ...circle })).toMatch(
      /leads back to itself/,
    );
    const schema = `${HEAD}paths: {}\ncomponents: { schemas: { A: { $ref: a.yaml } } }\n`;
    expect(await refusal({ 'openapi.yaml': schema, ...circle })).toMatch(/leads back to itself/);
  });
});
