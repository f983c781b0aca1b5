import { ansiQuoted, doubleQuoted, variableAt, type Quoted } from './shell-quotes';

export type ShellToken =
  | { readonly kind: 'word'; readonly text: string }
  /** What ends a command: a line's end, `;`, `&`, `&&`, `||`. */
  | { readonly kind: 'end' }
  | { readonly kind: 'pipe' }
  /** `>` and its like. */
  | { readonly kind: 'redirect'; readonly sign: string };

export type ShellReading = { readonly kind: 'tokens'; readonly tokens: readonly ShellToken[] } | ShellProblem;

export interface ShellProblem {
  readonly kind: 'problem';
  readonly sentence: string;
  readonly remedy: string;
}

/** What means nothing to a shell. */
const PLAIN = /[^\s\\'"$`#;&|<>\d]+/y;
const SIGN = /&&|\|\||[;&\n]|\d?>>?(?:&\d)?|<<-?|<|\|/y;

/**
 * The words of a POSIX shell's text (XCU §2.2 and §2.3), with `$'…'` as bash has it. Nothing is run: a variable becomes `{{name}}`, and
 * what asks for a program's output is a problem.
 */
export function shellWords(text: string): ShellReading {
  const tokens: ShellToken[] = [];
  let word: string | null = null;
  let at = 0;
  const finish = (): void => {
    if (word !== null) tokens.push({ kind: 'word', text: word });
    word = null;
  };
  while (at < text.length) {
    const character = text[at] ?? '';
    if (character === '\\' && text[at + 1] === '\n') at += 2;
    else if (character === '\\') {
      word = (word ?? '') + (text[at + 1] ?? '\\');
      at += 2;
    } else if (character === ' ' || character === '\t' || character === '\r') {
      finish();
      at += 1;
    } else if (character === '#' && word === null) {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (character === "'" || character === '"' || character === '$' || character === '`') {
      const quoted: Quoted = quotedAt(text, at);
      if (quoted.kind === 'problem') return quoted;
      word = (word ?? '') + quoted.text;
      at = quoted.end;
    } else {
      PLAIN.lastIndex = at;
      const plain = PLAIN.exec(text)?.[0];
      if (plain !== undefined) {
        word = (word ?? '') + plain;
        at += plain.length;
        continue;
      }
      SIGN.lastIndex = at;
      const sign = word === null || !/\d/.test(character) ? SIGN.exec(text)?.[0] : undefined;
      if (sign === undefined) {
        word = (word ?? '') + character;
        at += 1;
        continue;
      }
      finish();
      at += sign.length;
      tokens.push(signToken(sign));
    }
  }
  finish();
  return { kind: 'tokens', tokens };
}

function signToken(sign: string): ShellToken {
  if (sign === '|') return { kind: 'pipe' };
  return /[<>]/.test(sign) ? { kind: 'redirect', sign } : { kind: 'end' };
}

function quotedAt(text: string, at: number): Quoted {
  const character = text[at];
  if (character === "'") {
    const end = text.indexOf("'", at + 1);
    return end < 0 ? unclosed("'") : { kind: 'quoted', text: text.slice(at + 1, end), end: end + 1 };
  }
  if (character === '"') return doubleQuoted(text, at + 1) ?? unclosed('"');
  if (text.startsWith("$'", at)) return ansiQuoted(text, at + 2) ?? unclosed("$'");
  if (text.startsWith('$"', at)) return doubleQuoted(text, at + 2) ?? unclosed('"');
  return variableAt(text, at);
}

function unclosed(quote: string): ShellProblem {
  return {
    kind: 'problem',
    sentence: `A quote ${quote} is opened and never closed.`,
    remedy: 'Copy the whole command, to its last quote.',
  };
}
