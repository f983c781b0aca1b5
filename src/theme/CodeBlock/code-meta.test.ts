import { describe, expect, test } from 'vitest';
import { codeLanguage, parseCodeMeta } from './code-meta';

describe('parseCodeMeta', () => {
  test.each([
    ['', { title: undefined, highlightedLines: [], lineNumbers: false }],
    ['title="offer.json" {2,4-6}', { title: 'offer.json', highlightedLines: [2, 4, 5, 6], lineNumbers: false }],
    ["title='It\"s'", { title: 'It"s', highlightedLines: [], lineNumbers: false }],
    ['showLineNumbers {1}', { title: undefined, highlightedLines: [1], lineNumbers: true }],
    ['{6-4}', { title: undefined, highlightedLines: [], lineNumbers: false }],
    ['title="{1}"', { title: '{1}', highlightedLines: [], lineNumbers: false }],
  ])('%s', (meta, want) => {
    expect(parseCodeMeta(meta)).toEqual(want);
  });

  test('a mistyped range does not fill the memory', () => {
    expect(parseCodeMeta('{1-999999999}').highlightedLines).toHaveLength(2_000);
  });
});

test('the language is read from the class that MDX writes', () => {
  expect(codeLanguage('language-json')).toBe('json');
  expect(codeLanguage(undefined)).toBeUndefined();
});
