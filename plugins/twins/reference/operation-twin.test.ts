import { describe, expect, test } from 'vitest';
import type { OperationPage, SchemaView } from '../../../contract/reference-page.ts';
import { operationTwin } from './operation-twin.ts';
import { schemaLines } from './schema-lines.ts';
import type { TwinTools } from './twin-tools.ts';

const tools: TwinTools = {
  api: 'pets',
  version: 'v2',
  title: 'Pets API',
  gateway: 'https://docs.example/gateway/pets/v2',
  source: (html) => html,
};

const barest: OperationPage = {
  api: 'pets',
  version: 'v2',
  slug: 'get-pet',
  id: 'getPet',
  kind: 'operation',
  method: 'get',
  path: '/pets/{id}',
  title: 'Get a pet',
  excerpt: '',
  descriptionHtml: '',
  deprecated: false,
  tag: { name: 'Pets', slug: 'pets' },
  security: [],
  parameters: [],
  responses: [],
  otherVersions: [],
};

const twin = (difference: Partial<OperationPage> = {}) => operationTwin({ ...barest, ...difference }, tools);

test('the barest operation has its place, its endpoint and its sample', () => {
  expect(twin()).toBe(`# Get a pet

[Pets API v2](/reference/pets/v2.md) · [Pets](/reference/pets/v2/tags/pets.md) · \`getPet\`

\`\`\`http
GET https://docs.example/gateway/pets/v2/pets/{id}
\`\`\`

## Authentication

No key is needed.

## Sample

\`\`\`sh
curl 'https://docs.example/gateway/pets/v2/pets/%7Bid%7D'
\`\`\`
`);
});

describe('a part of an operation', () => {
  const id = { name: 'id', in: 'path', required: true, deprecated: false, descriptionHtml: 'Which one.' } as const;
  const parameter = { ...id, style: 'simple', explode: false, allowReserved: false } as const;
  const scheme = { name: 'key', type: 'apiKey', in: 'header', parameterName: 'X-Key', descriptionHtml: '' } as const;
  test.each<[string, Partial<OperationPage>, string]>([
    [
      'deprecation',
      {
        deprecated: true,
        deprecation: { since: '2026-01-02', instead: { title: 'Get', href: '/reference/pets/v2/get' } },
      },
      '> [!WARNING]\n> Deprecated since 2026-01-02. Use [Get](/reference/pets/v2/get.md) instead.',
    ],
    [
      'a parameter',
      { parameters: [{ ...parameter, schema: { type: 'string', constraints: ['matches ^[a-z]+$'], enum: ['"a"'] } }] },
      '## Path parameters\n\n- `id` (string, required): Which one. Constraints: matches `^[a-z]+$`. One of `"a"`.',
    ],
    [
      'alternatives of security',
      {
        security: [
          [],
          [{ ...scheme, scopes: [] }],
          [{ name: 'o', type: 'oauth2', scopes: ['a:b'], descriptionHtml: '' }],
        ],
      },
      'Needs one of:\n\n- nothing: it works without a key too\n- `key`: a key in the header `X-Key`\n- `o`: an OAuth 2.0 access token with scope `a:b`',
    ],
    [
      'an example with a fence in it',
      {
        body: {
          required: true,
          descriptionHtml: '',
          content: [{ type: 'text/plain', examples: [{ name: 'default', text: 'a\n```\nb' }] }],
        },
      },
      '````text\na\n```\nb\n````',
    ],
    [
      'a link to what comes next',
      {
        responses: [
          {
            status: '200',
            descriptionHtml: 'It.',
            headers: [],
            content: [],
            links: [
              {
                name: 'next',
                descriptionHtml: '',
                operation: { title: 'List', href: '/reference/pets/v2/list' },
                parameters: [
                  { name: 'after', value: '$response.body#/id', source: { name: 'id', of: 'of this answer' } },
                ],
              },
            ],
          },
        ],
      },
      '### 200\n\nIt.\n\nWhat its values are for:\n\n- [List](/reference/pets/v2/list.md), `after` is `id` of this answer',
    ],
    [
      'a callback',
      {
        callbacks: [
          {
            name: 'done',
            expression: '{$request.body#/url}',
            method: 'post',
            title: 'Done',
            descriptionHtml: '# Loud',
            parameters: [],
            responses: [],
          },
        ],
      },
      '## Callback: done\n\nDone. The platform sends `POST` to `{$request.body#/url}`.\n\n### Loud',
    ],
  ])('%s', (_name, difference, want) => {
    expect(twin(difference)).toContain(want);
  });

  test('a webhook tells how it is verified, and has no sample of ours', () => {
    const text = twin({
      kind: 'webhook',
      path: 'pet.born',
      verification: { stepsHtml: 'Compare.', code: [{ lang: 'Python', source: 'x = 1' }] },
    });
    expect(text).toContain('event `pet.born`');
    expect(text).toContain('## Verify it\n\nCompare.\n\nPython:\n\n```python\nx = 1\n```');
    expect(text).not.toContain('## Sample');
  });

  test('a shell runs nothing that an example holds', () => {
    const text = twin({
      parameters: [{ ...parameter, example: "'; rm -rf ~; '", schema: { type: 'string' } }],
      body: {
        required: true,
        descriptionHtml: '',
        content: [{ type: 'application/json', examples: [{ name: 'default', text: `{"a": "'$(id)"}` }] }],
      },
    });
    expect(text).toContain(`/pets/'\\''%3B%20rm%20-rf%20~%3B%20'\\'''`);
    expect(text).toContain(`--data-raw '{"a": "'\\''$(id)"}'`);
  });
});

test('no text of a description makes a heading, a fence or a link of ours', () => {
  const hostile = '# Forged\n```\n[x](javascript:alert(1)) <script>\n---\n';
  const text = twin({
    title: hostile,
    tag: { name: hostile, slug: 'pets' },
    id: hostile,
    badges: [{ text: hostile, tone: 'bad' }],
    descriptionHtml: hostile,
    responses: [{ status: hostile, descriptionHtml: hostile, headers: [], content: [] }],
  });
  expect(text.match(/^#{1,2} .*/gm)?.filter((line) => !line.startsWith('# \\'))).toEqual([
    expect.stringMatching(/^# # Forged/),
    '## Forged',
    '## Authentication',
    '## Answers',
    '## Sample',
  ]);
});

describe('a schema', () => {
  const string: SchemaView = { type: 'string' };
  test.each<[string, SchemaView, string]>([
    [
      'properties',
      {
        type: 'object',
        properties: [{ name: 'a b', required: true, schema: { ...string, format: 'date', readOnly: true } }],
      },
      '- `a b` (string, required, date, read-only)',
    ],
    [
      'what is deeper, of a component',
      { type: 'object', name: 'Pet', more: 'Pet' },
      '- its members: [Pet](/reference/pets/v2/schemas/Pet.md)',
    ],
    [
      'what is deeper, without a name',
      { type: 'object', more: 'Pet.a' },
      '- its members, as JSON: [Pet.a](/reference/pets/v2/parts/Pet.a.json)',
    ],
    [
      'a list of values',
      {
        type: 'object',
        properties: [
          { name: 'a', required: false, schema: { ...string, enum: ['"x"', '"y"'], enumTexts: ['', 'Why'] } },
        ],
      },
      '- `a` (string): One of `"x"`, `"y"` (Why).',
    ],
    [
      'plain alternatives in a line',
      { type: 'any', alternatives: { kind: 'oneOf', schemas: [string, { type: 'object', name: 'Pet' }] } },
      '- exactly one of: string, object [Pet](/reference/pets/v2/schemas/Pet.md)',
    ],
    [
      'a description of several blocks',
      {
        type: 'object',
        properties: [
          {
            name: 'a',
            required: false,
            schema: {
              type: 'object',
              descriptionHtml: 'One:\n\n- two',
              properties: [{ name: 'b', required: false, schema: string }],
            },
          },
        ],
      },
      '- `a` (object)\n\n  One:\n\n  - two\n\n  Inside:\n\n  - `b` (string)',
    ],
    ['what stands elsewhere', { type: 'object', shownUnder: '200' }, '- the same as under `200`'],
    ['any other name', { type: 'object', additional: string }, '- any other name (string)'],
  ])('%s', (_name, view, want) => {
    expect(schemaLines(view, tools)).toBe(want);
  });
});
