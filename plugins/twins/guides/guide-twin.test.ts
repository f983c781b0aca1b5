import { describe, expect, test } from 'vitest';
import type { Guide } from './guide.ts';
import { guideTwin } from './guide-twin.ts';
import { twinLinks } from './twin-link.ts';

const guide: Guide = {
  address: '/docs/start/keys',
  title: 'Keys',
  description: 'How.',
  file: 'start/keys.md',
  section: 'Start',
};
const other: Guide = { ...guide, address: '/docs/webhooks', file: 'build/webhooks.mdx' };

function twin(body: string, file = 'start/keys.mdx'): string {
  const tools = {
    twinLink: twinLinks([guide, other])(guide),
    firstCall: (journey: string) => `[${journey}]`,
    journey: (journey: string) => `{${journey}}`,
    embedded: () => '[embedded]',
  };
  return guideTwin({ ...guide, file }, body, tools).replace(/^# Keys\n\n> How\.\n\n/, '');
}

test('front matter becomes a title and a description', () => {
  expect(
    guideTwin(guide, '---\ntitle: Keys\n---\n\nText.\n', {
      twinLink: (href) => href,
      firstCall: () => '',
      journey: () => '',
      embedded: () => '',
    }),
  ).toBe('# Keys\n\n> How.\n\nText.\n');
});

describe('links lead to twins', () => {
  test.each([
    ['[a](/docs/webhooks)', '[a](/docs/webhooks.md)'],
    ['[a](/docs/webhooks#retries "Title")', '[a](/docs/webhooks.md#retries "Title")'],
    ['[`a`](/reference/cardea/v2/list-events)', '[`a`](/reference/cardea/v2/list-events.md)'],
    ['[a](../build/webhooks.mdx)', '[a](/docs/webhooks.md)'],
    ['[a](../webhooks)', '[a](/docs/webhooks.md)'],
    ['[a][b]\n\n[b]: /docs/webhooks', '[a][b]\n\n[b]: /docs/webhooks.md'],
    ['[a](/)', '[a](/index.md)'],
    ['[a](https://x.example/docs)', '[a](https://x.example/docs)'],
    ['[a](#here)', '[a](#here)'],
    ['[a](/reference/cardea/v2/description.yaml)', '[a](/reference/cardea/v2/description.yaml)'],
    ['`[a](/docs/x)`', '`[a](/docs/x)`'],
    ['```md\n[a](/docs/x)\n```', '```md\n[a](/docs/x)\n```'],
  ])('%j → %j', (body, want) => {
    expect(twin(body, 'start/keys.md')).toBe(`${want}\n`);
  });
});

describe('what Markdown does not have', () => {
  test.each([
    ['an admonition', ':::note\nOnce.\n:::', '> [!NOTE]\n> Once.'],
    [
      'one with a title',
      ':::warning[Take care]\nOnce.\n\nTwice.\n:::',
      '> [!WARNING]\n> **Take care**\n>\n> Once.\n>\n> Twice.',
    ],
    ['one in another', '::::tip\na\n:::danger\nb\n:::\n::::', '> [!TIP]\n> a\n> > [!CAUTION]\n> > b'],
    ['one in a code block', '````md\n:::note\n```\n:::\n````', '````md\n:::note\n```\n:::\n````'],
    ['one that does not end', ':::note\na', ':::note\na'],
    ['an anchor', '## Retries {#again}', '## Retries'],
    ['imports and exports', "import a from 'b';\n\nexport const c = 1;\n\nText.", 'Text.'],
    ['a comment', 'a\n\n{/* hidden */}\n\nb', 'a\n\nb'],
    ['the first call', '<FirstCall />', '[first-call]'],
    ['another journey', '<FirstCall journey="launch" />', '[launch]'],
    [
      'an unknown component',
      '<Box of="x">\n  **Text** with [a](/docs/webhooks).\n</Box>',
      '**Text** with [a](/docs/webhooks.md).',
    ],
    ['one within words', 'a <Mark>b</Mark> c', 'a b c'],
    [
      'tabs of ours',
      '## Call\n\n<Tabs label="L" items={[{ id: "a", label: "Python", content: <CodeBlock language="python" code="x = 1" /> }]} />',
      '## Call\n\n### Python\n\n```python\nx = 1\n```',
    ],
    [
      'tabs of Docusaurus',
      '<Tabs>\n  <TabItem value="a" label="A">\n\n    Text.\n\n  </TabItem>\n</Tabs>',
      '## A\n\nText.',
    ],
  ])('%s', (_name, body, want) => {
    expect(twin(body)).toBe(`${want}\n`);
  });

  test('a guide in .md keeps what only MDX would read', () => {
    expect(twin('import a from "b"\n\n<Box>{1}</Box>\n', 'start/keys.md')).toBe(
      'import a from "b"\n\n<Box>{1}</Box>\n',
    );
  });
});
