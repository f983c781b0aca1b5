import { describe, expect, test } from 'vitest';
import { HOSTILE_STRINGS } from '../../../tests/support/hostile-strings.ts';
import { readContent } from './check-content.ts';
import { readLink } from './check-link.ts';
import { cleanLine, cleanParagraphs, cleanText } from './clean-text.ts';
import { halden } from './listing.fixture.ts';
import { slugOf } from './slug.ts';

describe('text', () => {
  test.each([
    ['a\u0000b\u0007c', 'abc'],
    ['abc\u202Egnp.exe\u202C', 'abcgnp.exe'],
    ['\u2066x\u2069\u200F\u061C', 'x'],
    ['\uFEFF z\u200Be\u00ADro \u{E0041}', 'zero'],
    ['half \uD83D', 'half \uFFFD'],
    ['e\u0301', 'é'],
    ['👩‍🚀 می‌خواهم', '👩‍🚀 می‌خواهم'],
    ['שלום עולם', 'שלום עולם'],
  ])('%j is kept as %j', (text, want) => {
    expect(cleanText(text)).toBe(want);
  });

  test('of one line has one, and paragraphs have one empty line between them', () => {
    expect(cleanLine(' a\r\nb\u2028c\td ')).toBe('a b c d');
    expect(cleanParagraphs('a \r\n\r\n\r\n\r\nb\n  c\n')).toBe('a\n\nb\n  c');
  });
});

describe('a link', () => {
  test.each([
    ['https://halden.example', 'https://halden.example/'],
    ['HTTPS://Halden.Example/a b'.replace(' ', '%20'), 'https://halden.example/a%20b'],
    ['https://bücher.example/ü?q=1#x', 'https://xn--bcher-kva.example/%C3%BC?q=1#x'],
    ['https://halden.example:8443/x', 'https://halden.example:8443/x'],
  ])('to %s is taken', (text, href) => {
    expect(readLink(text)).toEqual({ kind: 'link', href });
  });

  test.each([
    ...[
      'http://halden.example',
      'javascript:alert(1)',
      'https:javascript:alert(1)',
      'data:text/html,x',
      '//halden.example',
    ],
    ...['https://', 'https://a b.example', 'https://user:secret@halden.example', 'https://user@halden.example'],
    ...[
      'https://127.0.0.1/',
      'https://0x7f.1/',
      'https://[::1]/',
      'https://2130706433/',
      'https://localhost/',
      'https://printer.local/',
    ],
    ...[
      'https://db.internal/',
      'https://halden',
      'https://halden.example\\@evil.example',
      `https://halden.example/${'x'.repeat(300)}`,
    ],
    'java\nscript:alert(1)',
  ])('to %j is not', (text) => {
    expect(readLink(text)).toMatchObject({ kind: 'refused' });
  });

  test('is never one of the hostile texts', () => {
    const taken = HOSTILE_STRINGS.map(readLink).filter(({ kind }) => kind === 'link');
    expect(taken).toEqual([]);
  });
});

describe('a draft', () => {
  const choices = {
    apis: ['cardea/v1', 'cardea/v2'].map((id) => ({ id, label: id })),
    categories: [{ id: 'wallets', label: 'Wallets' }],
  };
  const { logo: _, ...written } = { ...halden, categories: ['wallets'] };

  test('names what the portal has, in its order', () => {
    const reading = readContent({ ...written, apis: ['cardea/v2', 'cardea/v1'] }, choices);
    expect(reading).toMatchObject({
      kind: 'content',
      content: { apis: ['cardea/v1', 'cardea/v2'], categories: ['wallets'] },
    });
  });

  test('may be empty while it grows', () => {
    const links = { website: ' ', docs: null, support: null };
    const reading = readContent({ ...written, links, name: ' ', apis: [], kind: null, categories: [] }, choices);
    expect(reading).toMatchObject({ kind: 'content', content: { name: '', links: { website: null }, kind: null } });
  });

  test('that cannot be taken is told every place at once', () => {
    const links = { website: 'http://a.example', docs: 'javascript:alert(1)', support: null };
    const reading = readContent({ ...written, links, apis: ['other/v1'], categories: ['__proto__'] }, choices);
    expect(reading).toEqual({
      kind: 'refused',
      places: [
        { at: '/links/website', message: 'must be an address that begins with https://' },
        { at: '/links/docs', message: 'must be an address that begins with https://' },
        { at: '/apis/0', message: 'must be one of cardea/v1, cardea/v2' },
        { at: '/categories/0', message: 'must be one of wallets' },
      ],
    });
  });
});

test.each([
  ['Halden Universität', 1, 'halden-universitat'],
  ['Halden Universität', 3, 'halden-universitat-3'],
  ['株式会社', 1, 'integration-x'],
  ['<script>alert(1)</script>', 1, 'script-alert-1-script'],
  ['Edit', 1, 'integration-x'],
  ['x'.repeat(200), 1, 'x'.repeat(60)],
  ['--- ../.. ---', 1, 'integration-x'],
])('the address of %j, number %i, ends with %s', (name, nth, want) => {
  expect(slugOf(name, 'integration-x', nth)).toBe(want);
});
