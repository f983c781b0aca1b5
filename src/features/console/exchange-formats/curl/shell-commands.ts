import { fillVariables } from '../fill-variables';
import type { ShellToken } from './shell-words';

/** A command with what comes to it through a pipe: what `printf` or `echo` before it would print; null where nothing known does. */
export interface ShellCommand {
  readonly words: readonly string[];
  readonly input: string | null;
  /** The command's output goes to a pipe or a file: nothing to do with the request. */
  readonly hasInputFile: boolean;
}

/** The commands of a text, with the variables that it sets itself filled in. */
export function shellCommands(tokens: readonly ShellToken[]): readonly ShellCommand[] {
  const commands: ShellCommand[] = [];
  const variables = new Map<string, string>();
  let words: string[] = [];
  let input: string | null = null;
  let hasInputFile = false;
  let redirect: string | null = null;
  const finish = (isPiped: boolean): void => {
    const own = withoutAssignments(words, variables);
    if (own.length > 0) commands.push({ words: own, input, hasInputFile });
    input = isPiped ? printed(own) : null;
    words = [];
    hasInputFile = false;
  };
  for (const token of tokens) {
    if (token.kind === 'word' && redirect !== null) {
      hasInputFile ||= redirect.startsWith('<');
      redirect = null;
    } else if (token.kind === 'word') words.push(fillVariables(token.text, variables));
    else if (token.kind === 'redirect') redirect = /&\d$/.test(token.sign) ? null : token.sign;
    else finish(token.kind === 'pipe');
  }
  finish(false);
  return commands;
}

/** `NAME=value` before a command, or instead of one, is kept for the words behind it. */
function withoutAssignments(words: readonly string[], variables: Map<string, string>): readonly string[] {
  const start = words[0] === 'export' || words[0] === 'set' ? 1 : 0;
  let at = start;
  for (; at < words.length; at += 1) {
    const [, name, value = ''] = /^([A-Za-z_]\w*)=([^]*)$/.exec(words[at] ?? '') ?? [];
    if (name === undefined) break;
    variables.set(name, value);
  }
  return at > start || start === 0 ? words.slice(at) : words;
}

/** What `printf 'text'` and `echo text` print; null for anything else: nothing is run. */
function printed(words: readonly string[]): string | null {
  const [program, ...rest] = words;
  if (program === 'printf' && rest.length === 1) return printfText(rest[0] ?? '');
  if (program === 'printf' && rest.length === 2 && rest[0] === '%s') return rest[1] ?? '';
  if (program !== 'echo') return null;
  return rest[0] === '-n' ? rest.slice(1).join(' ') : `${rest.join(' ')}\n`;
}

const named: Readonly<Record<string, string>> = {
  ...{ '\\': '\\', '"': '"', a: '\u0007', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' },
};

/** XCU `printf` with a format and nothing to put into it; null where it asks for something. */
function printfText(format: string): string | null {
  if (/%(?!%)/.test(format.replaceAll('%%', ''))) return null;
  return format
    .replaceAll('%%', '%')
    .replace(/\\(?:([0-7]{1,3})|([^]))/g, (mark, octal: string | undefined, character = '') =>
      octal === undefined ? (named[character as string] ?? mark) : String.fromCharCode(Number.parseInt(octal, 8)),
    );
}
