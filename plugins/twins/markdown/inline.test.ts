import { describe, expect, test } from 'vitest';
import { code, fence, indent, link, plainText } from './inline.ts';

test.each([
  ['a title', 'a title'],
  ['two\n# lines', 'two # lines'],
  ['*bold* _soft_ `code`', String.raw`\*bold\* \_soft\_ \`code\``],
  ['snake_case stays', 'snake_case stays'],
  ['[a](javascript:b) <script>', String.raw`\[a\](javascript:b) \<script\>`],
  ['AT&T &lt; &#60;', String.raw`AT&T \&lt; \&#60;`],
])('%j means itself: %j', (text, want) => {
  expect(plainText(text)).toBe(want);
});

test.each([
  ['a', '`a`'],
  ['a`b', '``a`b``'],
  ['`a`', '`` `a` ``'],
  ['', '` `'],
  ['a\n  b', '`a b`'],
])('code span of %j: %s', (text, want) => {
  expect(code(text)).toBe(want);
});

test('a link’s address cannot end it', () => {
  expect(link('a]b', '/x) [y](z <w>')).toBe(String.raw`[a\]b](/x%29%20[y]%28z%20%3Cw%3E)`);
});

describe('a fence is longer than what is in it', () => {
  test.each([
    ['{}', 'json', '```json\n{}\n```'],
    ['a\n````\nb', 'md', '`````md\na\n````\nb\n`````'],
    ['x', 'a b`', '```\nx\n```'],
  ])('%j', (text, language, want) => {
    expect(fence(text, language)).toBe(want);
  });
});

test('empty lines get no spaces', () => {
  expect(indent('a\n\nb', 2)).toBe('  a\n\n  b');
});
