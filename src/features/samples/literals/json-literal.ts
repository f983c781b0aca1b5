import { indent, LONE_SURROGATE } from './escape-text';
import { parseJson, type JsonNode } from './parse-json';

/** How a language writes the values of JSON. */
export interface JsonSyntax {
  /** A literal on one line, so that lines can be moved. */
  readonly string: (text: string) => string;
  readonly isExact: (number: string) => boolean;
  readonly words: Readonly<Record<'true' | 'false' | 'null', string>>;
  readonly list: readonly [open: string, close: string];
  readonly object: (names: readonly string[]) => readonly [open: string, close: string];
  /** The left side of a member, with what stands before its value. */
  readonly name: (name: string) => string;
  readonly step: string;
}

const LONGEST_LINE = 60;

/**
 * A JSON body in a language's own lists and objects. Null where the language could not send the same again, or where the
 * text reads as well: anything but a list or object, numbers that it cannot hold, lone surrogates, names that come twice.
 */
export function jsonLiteral(text: string, syntax: JsonSyntax): string | null {
  const node = parseJson(text);
  const isFilled =
    (node?.kind === 'object' && node.members.length > 0) || (node?.kind === 'list' && node.items.length > 0);
  return node && isFilled && isSame(node, syntax) ? write(node, syntax) : null;
}

function isSame(node: JsonNode, syntax: JsonSyntax): boolean {
  switch (node.kind) {
    case 'word':
      return true;
    case 'string':
      return !LONE_SURROGATE.test(node.value);
    case 'number':
      return syntax.isExact(node.text);
    case 'list':
      return node.items.every((item) => isSame(item, syntax));
    case 'object': {
      const names = node.members.map(([name]) => name);
      const isPlain = new Set(names).size === names.length && !names.some((name) => LONE_SURROGATE.test(name));
      return isPlain && node.members.every(([, member]) => isSame(member, syntax));
    }
  }
}

function write(node: JsonNode, syntax: JsonSyntax): string {
  switch (node.kind) {
    case 'word':
      return syntax.words[node.word];
    case 'string':
      return syntax.string(node.value);
    case 'number':
      return node.text;
    case 'list':
      return within(
        syntax.list,
        node.items.map((item) => write(item, syntax)),
        syntax,
      );
    case 'object': {
      const members = node.members.map(([name, member]) => `${syntax.name(name)}${write(member, syntax)}`);
      return within(syntax.object(node.members.map(([name]) => name)), members, syntax, true);
    }
  }
}

function within(
  [open, close]: readonly [string, string],
  parts: readonly string[],
  { step }: JsonSyntax,
  isObject = false,
): string {
  if (parts.length === 0) return open + close;
  const line = parts.join(', ');
  if (!isObject && line.length <= LONGEST_LINE && !line.includes('\n')) return open + line + close;
  return `${open}\n${parts.map((part) => `${indent(part, step)},\n`).join('')}${close}`;
}
