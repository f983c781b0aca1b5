import { describe, expect, test } from 'vitest';
import { chooseEncoding, prefersMarkdown } from './negotiate.ts';

describe('encoding', () => {
  test.each([
    [undefined, null],
    ['', null],
    ['identity', null],
    ['deflate', null],
    ['gzip', 'gzip'],
    ['br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['GZIP;Q=1', 'gzip'],
    ['br;q=0.2, gzip;q=0.8', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['*', 'br'],
    ['*;q=0', null],
    ['gzip;q=0, br;q=0.000', null],
    ['identity;q=0.5, gzip;q=0.3', null],
    ['identity;q=0.5, gzip;q=0.5', 'gzip'],
    ['br;q=2, gzip;q=-1', null],
    ['br;q=1e9', null],
    ['br;q=, gzip', 'gzip'],
    [';;;,,,q=1;=,\t', null],
    ['__proto__, constructor;q=1', null],
    [`${'br;'.repeat(5000)}`, 'br'],
    [`${','.repeat(16000)}gzip`, 'gzip'],
  ])('%.40s → %s', (header, want) => {
    expect(chooseEncoding(header)).toBe(want);
  });
});

describe('Markdown is wanted', () => {
  test.each([
    ['text/markdown', true],
    ['text/markdown, text/html, */*', true],
    ['text/html;q=0.9, text/markdown', true],
    ['text/html, text/markdown;q=0.9', false],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', false],
    ['*/*', false],
    ['text/*', false],
    ['text/markdown;q=0', false],
    [undefined, false],
  ])('%s: %s', (accept, want) => {
    expect(prefersMarkdown(accept)).toBe(want);
  });
});
