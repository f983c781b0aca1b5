import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RequestDescription } from '../../console/request';
import { sampleCode } from '../writing/sample-code';
import type { LanguageId } from './index';

const doubleQuoted = String.raw`"(?:[^"\\\n]|\\.)*"`;

/** What a literal is, by each language's own grammar, the longer forms first. */
const literals: Readonly<Record<LanguageId, RegExp>> = {
  shell: /'[^']*'(?:\\''[^']*')*/g,
  javascript: /'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[^])*`/g,
  node: /'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[^])*`/g,
  python: new RegExp(doubleQuoted, 'g'),
  go: new RegExp(`\`[^\`]*\`|${doubleQuoted}`, 'g'),
  java: new RegExp(String.raw`"""\n(?:[^"\\]|\\[^]|"(?!""))*"""|` + doubleQuoted, 'g'),
  csharp: new RegExp(String.raw`(?<!")("{3,})(?!")\n[^]*?\n *\1(?!")|` + doubleQuoted, 'g'),
  php: new RegExp(String.raw`'(?:[^'\\]|\\[^])*'|` + doubleQuoted, 'g'),
  ruby: new RegExp(String.raw`'(?:[^'\\]|\\[^])*'|` + doubleQuoted, 'g'),
  kotlin: new RegExp(String.raw`"""(?:[^$]|\$\{'\$'\})*?"""(?!")|` + doubleQuoted, 'g'),
  swift: new RegExp(String.raw`(#+)"""\n[^]*?\n *"""\1|` + doubleQuoted, 'g'),
  rust: new RegExp(String.raw`r(#+)"[^]*?"\1|` + doubleQuoted, 'g'),
};

const request = (text: string, name = text): RequestDescription => ({
  method: 'POST',
  url: '/a',
  headers: [
    ['Content-Type', 'text/plain'],
    ['X-Name', name],
  ],
  cookies: [],
  user: null,
  content: { kind: 'text', text },
});

/** The program with its literals taken out: what is left is code. */
async function skeleton(language: LanguageId, given: RequestDescription): Promise<string> {
  const code = await sampleCode(language, given, 'https://portal.example');
  // Python encodes what is not ASCII.
  return code.replace(literals[language], 'S').replaceAll('S.encode()', 'S').replace(/\s+/g, '');
}

const bits = [
  ...[
    "'",
    '"',
    '`',
    '\\',
    '\n',
    '\r',
    '\t',
    '$',
    '{',
    '}',
    '#',
    '(',
    ')',
    '%',
    ';',
    '"""',
    "'''",
    '"#',
    '"""#',
    '\\#(',
  ],
  ...[
    '$(id)',
    '${x}',
    '#{x}',
    '\\(x)',
    '\\u0022',
    '\\u000a',
    '?>',
    '<?php',
    '</script>',
    '\u2028',
    '\u202e',
    '\u{1f600}',
    'a',
    ' ',
  ],
];
const hostileText = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...bits) }, fc.string({ unit: 'binary', maxLength: 3 })), {
    minLength: 1,
    maxLength: 14,
  })
  .map((parts) => parts.join(''))
  .filter((text) => !text.includes('\0'));

describe.each(Object.keys(literals) as LanguageId[])('a hostile text in %s', (language) => {
  test('stays within its literal', async () => {
    const harmless = await skeleton(language, request('x'));
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        expect(await skeleton(language, request(text, text.replace(/[\r\n]/g, ' ')))).toBe(harmless);
      }),
      { numRuns: 300 },
    );
  });
});
