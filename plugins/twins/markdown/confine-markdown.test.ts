import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { confineMarkdown, isOneParagraph } from './confine-markdown.ts';

test.each([
  ['plain', 2, 'plain'],
  ['\n\n plain  \n', 2, ' plain'],
  ['# One\n\ntext\n\n### Three', 1, '## One\n\ntext\n\n#### Three'],
  ['One\n===\n\nTwo\n---', 2, '### One\n\n#### Two'],
  ['## Deep', 6, '**Deep**'],
  ['##### Five', 3, '###### Five'],
  ['```js\nlet a;', 2, '```js\nlet a;\n```'],
  ['~~~\na', 2, '~~~\na\n~~~'],
  ['```sh\n# a comment\n```', 2, '```sh\n# a comment\n```'],
  ['- ## In a list', 2, '- #### In a list'],
  ['> # In a quote', 6, '> **In a quote**'],
])('%j below %i: %j', (markdown, below, want) => {
  expect(confineMarkdown(markdown, below)).toBe(want);
});

describe('nothing takes in what follows', () => {
  const longFence = '`'.repeat(9);
  test.each([
    '<!-- never closed',
    '<script>\nalert(1)',
    '<pre>\n\ntext',
    '<style>',
    '<textarea>',
    '<?php',
    '<![CDATA[ x',
    '<!DOCTYPE',
    `${longFence}\nlonger than ours`,
    '- ```\n  in a list',
    '> ```\n> in a quote',
    '1. a\n\n   ~~~~\n   b',
    '```\n~~~\n```\n~~~',
    '[a]: /b\n[c]:',
    '| a |\n| - |\n| b',
    'a\n===\n```',
    `${'> '.repeat(50)}# deep`,
    '\u0000<!--',
    '    ```\nindented code',
  ])('%j', (hostile) => {
    const twin = `# Ours\n\n${confineMarkdown(hostile, 1)}\n\n## Also ours\n`;
    const headings = unified()
      .use(remarkParse)
      .parse(twin)
      .children.filter(({ type }) => type === 'heading');
    expect([headings[0], headings.at(-1)]).toMatchObject([
      { depth: 1, children: [{ value: 'Ours' }] },
      { depth: 2, children: [{ value: 'Also ours' }] },
    ]);
  });
});

test('texts made to be slow are not', () => {
  const start = performance.now();
  for (const sign of ['-', '=', '#', '>', '`', '<', ' ', '\n', '[', '*', '- ']) {
    confineMarkdown(`${sign.repeat(20_000)}x`, 2);
    isOneParagraph(`${sign.repeat(20_000)}x`);
  }
  expect(performance.now() - start).toBeLessThan(5_000);
});

test.each([
  ['one line', true],
  ['two\nlines', true],
  ['two\n\nparagraphs', false],
  ['text\n- a list', false],
  ['1. a list', false],
  ['```\ncode', false],
  ['a | b', true],
  ['a title\n---', false],
])('%j is one paragraph: %s', (markdown, want) => {
  expect(isOneParagraph(markdown)).toBe(want);
});
