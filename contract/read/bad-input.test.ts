import { expect, test } from 'vitest';
import type { Contract } from '../model.ts';
import { contractOf } from './read-contract.ts';
import { parseSource } from './source/index.ts';

const HEAD = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\ntags: [{ name: T }]\n";
const OK = "{ operationId: ID, tags: [T], responses: { '200': { description: Fine } } }";
const get = (id: string, more = '') => OK.replace('ID', id).replace('{ ', `{ ${more}`);

function read(rest: string): Contract {
  return contractOf({ api: 'a', version: 'v1', file: 'a.yaml' }, parseSource('a.yaml', HEAD + rest));
}

/** What real descriptions are wrong in: all are read, each with one warning that says where, what, and what was done. */
const cases: [
  string,
  { yaml: string; warning: string | RegExp; want: (contract: Contract) => unknown; is: unknown },
][] = [
  [
    'no operationId',
    {
      yaml: `paths:\n  /a/{b}:\n    parameters: [{ name: b, in: path }]\n    get: ${get('x').replace('operationId: x, ', '')}\n`,
      warning:
        'a.yaml:7:5: this operation has no operationId; it is called "get-a-b". With one, its address stays when its path changes.',
      want: ({ operations }) => operations.map(({ slug }) => slug),
      is: ['get-a-b'],
    },
  ],
  [
    'an operationId twice',
    {
      yaml: `paths:\n  /a: { get: ${get('same')} }\n  /b: { get: ${get('same')} }\n`,
      warning:
        'a.yaml:6:16: the operationId "same" is used twice; this one is called "same-2". Give it a name of its own.',
      want: ({ operations }) => operations.map(({ id, slug }) => [id, slug]),
      is: [
        ['same', 'same'],
        ['same-2', 'same-2'],
      ],
    },
  ],
  [
    'ids that are the same in kebab case',
    {
      yaml: `paths:\n  /a: { get: ${get('listPets')} }\n  /b: { get: ${get('list_pets')} }\n`,
      warning:
        'a.yaml:6:16: the page address "list-pets" is taken; "list_pets" is at "list-pets-2". Rename its operationId to choose another.',
      want: ({ operations }) => operations.map(({ id, slug }) => [id, slug]),
      is: [
        ['listPets', 'list-pets'],
        ['list_pets', 'list-pets-2'],
      ],
    },
  ],
  [
    'ids that are the same where letter case does not count',
    {
      yaml: `paths:\n  /a: { get: ${get('listpets')} }\n  /b: { get: ${get('LISTPETS')} }\n`,
      warning: /^a\.yaml:6:16: the page address "listpets" is taken; "LISTPETS" is at "listpets-2"\./,
      want: ({ operations }) => operations.map(({ slug }) => slug),
      is: ['listpets', 'listpets-2'],
    },
  ],
  ...['nav', 'pages', 'description', 'schemas', 'tags', 'changes', 'parts', 'index', 'con', 'AUX', 'com1'].map(
    (id): (typeof cases)[number] => [
      `an operationId that is the name of a file of ours, or of a device of Windows: ${id}`,
      {
        yaml: `paths:\n  /a: { get: ${get(id)} }\n`,
        warning: `a.yaml:5:16: the page address "${id.toLowerCase()}" is taken; "${id}" is at "${id.toLowerCase()}-2". Rename its operationId to choose another.`,
        want: ({ operations }) => operations.map(({ slug }) => slug),
        is: [`${id.toLowerCase()}-2`],
      },
    ],
  ),
  [
    'schemas that are the same where letter case does not count',
    {
      yaml: `paths: { /a: { get: ${get('x')} } }\ncomponents:\n  schemas:\n    Pet: {}\n    PET: {}\n`,
      warning:
        'a.yaml:8:5: the page address "schemas/PET" is taken; the schema "PET" is at "schemas/PET-2". Rename it to choose another.',
      want: ({ schemas }) => Object.keys(schemas),
      is: ['Pet', 'PET'],
    },
  ],
  [
    'a schema that is the name of a device of Windows',
    {
      yaml: `paths: { /a: { get: ${get('x')} } }\ncomponents: { schemas: { Nul: {} } }\n`,
      warning: /^a\.yaml:5:26: the page address "schemas\/Nul" is taken; the schema "Nul" is at "schemas\/Nul-2"\./,
      want: ({ schemas }) => Object.keys(schemas),
      is: ['Nul'],
    },
  ],
  [
    'a tag that is not declared',
    {
      yaml: `paths:\n  /a: { get: ${get('x').replace('[T]', '[New]')} }\n  /b: { get: ${get('y').replace('[T]', '[New]')} }\n`,
      warning: 'a.yaml:5:32: the tag "New" is not declared under "tags"; it is added.',
      want: ({ tags }) => tags.map(({ name }) => name),
      is: ['T', 'New'],
    },
  ],
  [
    'no responses',
    {
      yaml: 'paths:\n  /a: { get: { operationId: x, tags: [T] } }\n',
      warning:
        'a.yaml:5:9: this operation declares no response; its answers are shown and checked as unknown. Declare them.',
      want: ({ operations }) => operations[0]?.responses,
      is: [],
    },
  ],
  [
    'a path parameter that is not declared',
    {
      yaml: `paths:\n  /a/{id}: { get: ${get('x')} }\n`,
      warning: 'a.yaml:5:14: the path parameter {id} is not declared; it is added as text.',
      want: ({ operations }) => operations[0]?.parameters.map(({ name, schema }) => [name, schema]),
      is: [['id', { type: 'string' }]],
    },
  ],
  [
    'a parameter twice',
    {
      yaml: `paths:\n  /a: { get: ${get('x', 'parameters: [{ name: p, in: query, schema: { type: string } }, { name: p, in: query }], ')} }\n`,
      warning: 'a.yaml:5:79: the query parameter "p" is declared twice; the first is used.',
      want: ({ operations }) => operations[0]?.parameters.map(({ schema }) => schema),
      is: [{ type: 'string' }],
    },
  ],
  [
    '2 MB of enum',
    {
      yaml: `paths: { /a: { get: ${get('x')} } }\ncomponents:\n  schemas:\n    E: { enum: [${Array.from({ length: 100_000 }, (_, index) => `value-number-${index}`).join(', ')}] }\n`,
      warning:
        'a.yaml:7:5: this "enum" has 100000 values; all are checked, and a page shows the first. A "pattern" may say the same shorter.',
      want: ({ schemas }) => (schemas.E as { enum: string[] }).enum.length,
      is: 100_000,
    },
  ],
  [
    'HTML that no page shows',
    {
      yaml: `paths:\n  /a: { get: ${get('x', 'description: "See <script>alert(1)</script>", ')} }\n`,
      warning:
        'a.yaml:5:16: a description is Markdown; <script> in it is not shown. Write it as code, or leave it out.',
      want: ({ operations }) => operations[0]?.description,
      is: 'See <script>alert(1)</script>',
    },
  ],
  [
    'a thousand times the same',
    {
      yaml: `paths: { /a: { get: ${get('x')} } }\ncomponents:\n  schemas:\n${Array.from({ length: 1000 }, (_, index) => `    S${index}: { type: t${index} }\n`).join('')}`,
      warning:
        'a.yaml:7:5: "type" must be one or more of null, boolean, object, array, number, integer, string, not "t0"; it is left out. 999 more like this: 8:5, 9:5, 10:5, 11:5 …',
      want: ({ schemas }) => schemas.S999,
      is: {},
    },
  ],
];

test.each(cases)('%s', (_, { yaml, warning, want, is }) => {
  const contract = read(yaml);
  expect(contract.warnings).toHaveLength(1);
  if (typeof warning === 'string') expect(contract.warnings[0]).toBe(warning);
  else expect(contract.warnings[0]).toMatch(warning);
  expect(want(contract)).toEqual(is);
});

test.each([
  [
    'MDX',
    'export const a = () => { throw 1 }\n\nimport b from "fs"\n\n<Component {...x}>{1 + 1}</Component>\n\n:::danger[&lt;script&gt;]\n:::',
  ],
  ['HTML that pages show', 'A <b>bold</b> word, a <br> and a\n\n| table |\n| --- |\n| <code>x</code> |'],
  ['code that speaks of scripts', 'Put `<script src="…">` into your page:\n\n```html\n<script>go()</script>\n```\n'],
])('%s is text of the author, and no warning', (_, text) => {
  const contract = read(`paths:\n  /a: { get: ${get('x', `description: ${JSON.stringify(text)}, `)} }\n`);
  expect(contract.operations[0]?.description).toBe(text);
  expect(contract.warnings).toEqual([]);
});

test('tags that are the same in kebab case have addresses of their own', () => {
  const head = HEAD.replace('{ name: T }', '{ name: T }, { name: Big Pets }, { name: big-pets }');
  const source = parseSource('a.yaml', `${head}paths: { /a: { get: ${get('x')} } }\n`);
  const { tags, warnings } = contractOf({ api: 'a', version: 'v1', file: 'a.yaml' }, source);
  expect(tags.map(({ slug }) => slug)).toEqual(['t', 'big-pets', 'big-pets-2']);
  expect(warnings).toEqual([
    'a.yaml:3:43: the page address "tags/big-pets" is taken; the tag "big-pets" is at "tags/big-pets-2". Rename it to choose another.',
  ]);
});
