import { excerpt } from '../foreign-request';
import type { ShellProblem } from './shell-words';

export type Quoted = { readonly kind: 'quoted'; readonly text: string; readonly end: number } | ShellProblem;

/** From behind the opening quote (XCU §2.2.3); null where it is never closed. */
export function doubleQuoted(text: string, start: number): Quoted | null {
  let inside = '';
  for (let at = start; at < text.length;) {
    const character = text[at] ?? '';
    if (character === '"') return { kind: 'quoted', text: inside, end: at + 1 };
    if (character === '\\') {
      const next = text[at + 1] ?? '';
      if (next !== '\n') inside += /[$`"\\]/.test(next) ? next : `\\${next}`;
      at += 2;
    } else if (character === '$' || character === '`') {
      const variable = variableAt(text, at);
      if (variable.kind === 'problem') return variable;
      inside += variable.text;
      at = variable.end;
    } else {
      inside += character;
      at += 1;
    }
  }
  return null;
}

const VARIABLE = /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/y;

/** A variable as `{{name}}`; a `$` that begins none is itself. */
export function variableAt(text: string, at: number): Quoted {
  VARIABLE.lastIndex = at;
  const found = VARIABLE.exec(text);
  if (found) return { kind: 'quoted', text: `{{${found[1] ?? found[2] ?? ''}}}`, end: VARIABLE.lastIndex };
  const asked = /^(?:\$\([^)]*\)?|`[^`]*`?|\$\{[^}]*\}?)/.exec(text.slice(at, at + 200))?.[0] ?? '';
  if (asked !== '') {
    return {
      kind: 'problem',
      sentence: `The command asks the shell to work out “${excerpt(asked)}”, and nothing of it is run here.`,
      remedy: 'Put the result in its place, or put the text in single quotes where it is meant as it stands.',
    };
  }
  return { kind: 'quoted', text: '$', end: at + 1 };
}

const escapes: Readonly<Record<string, string>> = {
  ...{ a: '\u0007', b: '\b', e: '\u001B', E: '\u001B', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' },
  ...{ '\\': '\\', "'": "'", '"': '"', '?': '?' },
};

const NUMBERED = /x[\dA-Fa-f]{1,2}|u[\dA-Fa-f]{1,4}|U[\dA-Fa-f]{1,8}|[0-7]{1,3}/y;

/** `$'…'` (Bash manual §3.1.2.4), from behind its opening. Bytes that are named one by one are UTF-8. */
export function ansiQuoted(text: string, start: number): Quoted | null {
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  const push = (part: string): void => void bytes.push(...encoder.encode(part));
  for (let at = start; at < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (character === "'") {
      return { kind: 'quoted', text: new TextDecoder().decode(new Uint8Array(bytes)), end: at + 1 };
    }
    if (character !== '\\') {
      push(character);
      at += character.length;
      continue;
    }
    const next = text[at + 1] ?? '';
    NUMBERED.lastIndex = at + 1;
    const numbered = NUMBERED.exec(text)?.[0];
    if (numbered !== undefined) {
      const isHex = /^[xuU]/.test(numbered);
      const code = isHex ? Number.parseInt(numbered.slice(1), 16) : Number.parseInt(numbered, 8);
      if (/^[uU]/.test(numbered)) push(code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD');
      else bytes.push(code & 0xff);
      at += 1 + numbered.length;
    } else {
      push(Object.hasOwn(escapes, next) ? (escapes[next] ?? '') : `\\${next}`);
      at += 2;
    }
  }
  return null;
}
