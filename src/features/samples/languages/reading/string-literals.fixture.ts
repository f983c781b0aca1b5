import type { LanguageId } from '../index';

/** A program whose string literals are taken out: `⟦0⟧` stands for the first of `texts`. */
export interface TakenApart {
  readonly code: string;
  readonly texts: readonly string[];
}

type Decode = (literal: string) => string;
type Kind = readonly [literal: RegExp, decode: Decode];

/** Takes a program's literals out by the grammar of its language. Throws where a literal says what that grammar does not know. */
export function takeApart(language: Exclude<LanguageId, 'shell' | 'javascript' | 'node'>, program: string): TakenApart {
  const kinds = grammars[language];
  const texts: string[] = [];
  let code = '';
  for (let at = 0; at < program.length;) {
    const found = kinds.flatMap(([literal, decode]) => {
      literal.lastIndex = at;
      const match = literal.exec(program)?.[0];
      return match === undefined ? [] : [{ match, decode }];
    })[0];
    if (found) {
      code += `⟦${texts.length}⟧`;
      texts.push(found.decode(found.match));
      at += found.match.length;
    } else {
      code += program[at] ?? '';
      at += 1;
    }
  }
  return { code, texts };
}

const doubleQuoted = /"(?:[^"\\\n]|\\[^])*"/y;
const single = /'(?:[^'\\]|\\[^])*'/y;

/** What stands between the quotes, by the escapes that a language has; any other escape is a fault. */
function escapes(known: RegExp, forbidden?: RegExp): Decode {
  return (literal) => {
    const inside = literal.slice(1, -1);
    if (forbidden?.test(inside.replace(/\\[^]/g, ''))) throw new Error(`${literal} holds more than a text.`);
    return unescape(inside, known);
  };
}

const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', s: ' ' };

function unescape(text: string, known: RegExp): string {
  return text.replace(/\\(?:u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|x[\da-fA-F]{2}|[0-7]{3}|[^])/g, (escape) => {
    const name = escape.slice(1);
    if (!new RegExp(`^(?:${known.source})$`).test(name)) throw new Error(`The escape ${escape} is unknown.`);
    if (/^[uUx]/.test(name)) return characterOf(name.replace(/[uUx{}]/g, ''), 16);
    if (/^[0-7]{3}$/.test(name)) return characterOf(name, 8);
    return named[name] ?? name;
  });
}

function characterOf(digits: string, base: number): string {
  const code = Number.parseInt(digits, base);
  return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code);
}

/** The lines of a block without the indentation that all of them and the last, with the closing quotes, have. */
function withoutMargin(lines: readonly string[], margin: string): string {
  return lines
    .map((line) => {
      if (line !== '' && !line.startsWith(margin)) throw new Error(`“${line}” is less indented than its block.`);
      return line.slice(margin.length);
    })
    .join('\n');
}

/** Java: the closing quotes stand behind the text; the least indentation counts, and spaces at the ends of lines do not. */
function javaBlock(literal: string): string {
  const lines = literal.slice(4, -3).split('\n');
  const filled = lines.filter((line) => line.trim() !== '');
  const margin = Math.min(...filled.map((line) => /^ */.exec(line)?.[0].length ?? 0));
  const bare = lines.map((line) => (line.trim() === '' ? '' : line.slice(margin).replace(/[ \t]+$/, '')));
  return unescape(bare.join('\n'), /[nrts"'\\]|[0-7]{3}/);
}

function csharpBlock(literal: string): string {
  const lines = literal.split('\n');
  const margin = /^ */.exec(lines.at(-1) ?? '')?.[0] ?? '';
  return withoutMargin(lines.slice(1, -1), margin);
}

function swiftBlock(literal: string): string {
  const lines = literal.split('\n');
  return withoutMargin(lines.slice(1, -1), /^ */.exec(lines.at(-1) ?? '')?.[0] ?? '');
}

const grammars: Readonly<Record<Exclude<LanguageId, 'shell' | 'javascript' | 'node'>, readonly Kind[]>> = {
  python: [[doubleQuoted, escapes(/[nrt"\\]|x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}/)]],
  go: [
    [/`[^`]*`/y, (literal) => literal.slice(1, -1).replaceAll('\r', '')],
    [doubleQuoted, escapes(/[nrt"\\]|u[\da-f]{4}|U[\da-f]{8}/)],
  ],
  java: [
    [/"""\n(?:[^"\\]|\\[^]|"(?!""))*"""/y, javaBlock],
    [doubleQuoted, escapes(/[nrts"'\\]|[0-7]{3}|u[\da-f]{4}/)],
  ],
  csharp: [
    [/("{3,})(?!")\n[^]*?\n *\1(?!")/y, csharpBlock],
    [doubleQuoted, escapes(/[nrt"\\]|u[\da-f]{4}/)],
  ],
  php: [
    [single, (literal) => literal.slice(1, -1).replace(/\\([\\'])/g, '$1')],
    [doubleQuoted, escapes(/[nrt"\\$]|x[\da-f]{2}|u\{[\da-f]+\}/, /\$[A-Za-z_{]|\{\$/)],
  ],
  ruby: [
    [single, (literal) => literal.slice(1, -1).replace(/\\([\\'])/g, '$1')],
    [doubleQuoted, escapes(/[nrt"\\#]|x[\da-f]{2}|u\{[\da-f]+\}/, /#[{$@]/)],
  ],
  kotlin: [
    [/"""(?:[^$]|\$\{'\$'\})*?"""(?!")/y, (literal) => literal.slice(3, -3).replaceAll("${'$'}", () => '$')],
    [doubleQuoted, escapes(/[nrt"\\$]|u[\da-f]{4}/, /\$[A-Za-z_{]/)],
  ],
  swift: [
    [/(#+)"""\n[^]*?\n *"""\1/y, swiftBlock],
    [doubleQuoted, escapes(/[nrt"\\]|u\{[\da-f]+\}/)],
  ],
  rust: [
    [/r(#*)"[^]*?"\1/y, (literal) => literal.replace(/^r#*"/, '').replace(/"#*$/, '')],
    [doubleQuoted, escapes(/[nrt"\\]|u\{[\da-f]+\}/)],
  ],
};
