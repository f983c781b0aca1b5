import { expect, test } from 'vitest';
import type { LoadedPortal } from '../../../contract/read/index.ts';
import type { ReferenceNav } from '../../../contract/reference-page.ts';
import { firstWords } from './first-words.ts';
import { llmsFullParts } from './llms-full.ts';
import { type LlmsInput, llmsText } from './llms-text.ts';

const nav = (version: string, count: number): ReferenceNav => ({
  api: 'pets',
  version,
  title: 'Pets API',
  groups: [
    {
      name: 'Pets',
      slug: 'pets',
      items: Array.from({ length: count }, (_, index) => {
        return { title: `Op ${index}`, slug: `op-${index}`, method: 'get', path: `/${index}`, deprecated: false };
      }),
    },
  ],
});

const input = (count: number): LlmsInput => ({
  portal: {
    url: 'https://docs.example',
    brand: { name: 'Pets', tagline: 'Care.' },
    apis: [
      {
        id: 'pets',
        title: 'Pets API',
        versions: [
          { id: 'v2', current: true },
          { id: 'v1', current: false, deprecated: { since: '2026-01-01' } },
        ],
      },
    ],
  } as unknown as LoadedPortal,
  guides: [{ address: '/docs/start', title: 'Start', description: 'Begin.', file: 'start.md', section: 'First' }],
  navs: [nav('v2', count), nav('v1', 1)],
  excerpts: new Map([['/reference/pets/v2/tags/pets', 'All of them.']]),
});

test('llms.txt has a title, a summary and sections of links; what is deprecated is optional', () => {
  const text = llmsText(input(2));
  expect(text.match(/^#.*|^>.*|^- .*/gm)).toEqual([
    '# Pets',
    '> Care.',
    '## First',
    '- [Start](https://docs.example/docs/start.md): Begin.',
    '## Pets API v2',
    '- [Pets API v2](https://docs.example/reference/pets/v2.md): 2 operations.',
    '- [Pets API v2: Pets](https://docs.example/reference/pets/v2/tags/pets.md): All of them. 2 operations.',
    '## Optional',
    '- [Pets API v1](https://docs.example/reference/pets/v1.md): 1 operation.',
    '- [Pets API v1: Pets](https://docs.example/reference/pets/v1/tags/pets.md): 1 operation.',
  ]);
});

test('llms-full.txt has guides and the current version whole, with where each is from', () => {
  const parts = [...llmsFullParts(input(2), (address) => `[${address}]`)];
  expect(parts.slice(1)).toEqual(
    ['/docs/start', '/reference/pets/v2', '/reference/pets/v2/op-0', '/reference/pets/v2/op-1'].map(
      (address) => `\n---\n\nSource: https://docs.example${address}.md\n\n[${address}]`,
    ),
  );
});

test('a large API is listed in llms-full.txt, which says so', () => {
  const parts = [...llmsFullParts(input(301), (address) => address)];
  expect(parts).toHaveLength(4);
  expect(parts[3]).toContain('Pets API v2 has 301 operations, more than fit here.');
  expect(parts[3]).toContain('- GET /300: https://docs.example/reference/pets/v2/op-300.md');
});

test.each([
  ['# Title\n\nThe *first* `words` of [it](/x).\n\nMore.', 'The first words of it.'],
  [undefined, ''],
  [`${'word '.repeat(100)}`, `${'word '.repeat(39)}word…`],
])('first words of %j', (markdown, want) => {
  expect(firstWords(markdown)).toBe(want);
});
