import { readJsonTree, type JsonChild, type JsonNode } from './json-tree';

/** Steps from the root to a value: the place among its parent's members or items. */
export type JsonPath = readonly number[];

/** A change of a JSON text at one place. `json` is JSON text; of several lines it is indented to where it comes. */
export type JsonEdit =
  | { readonly kind: 'set'; readonly path: JsonPath; readonly json: string }
  /** A member, or with `name` null an item, at the end of the object or array at `path`. */
  | { readonly kind: 'add'; readonly path: JsonPath; readonly name: string | null; readonly json: string }
  | { readonly kind: 'remove'; readonly path: JsonPath }
  | { readonly kind: 'rename'; readonly path: JsonPath; readonly name: string }
  /** Changes places with the one before or after. */
  | { readonly kind: 'move'; readonly path: JsonPath; readonly by: -1 | 1 };

/**
 * The text with the change, and everything else as it was written: order, spaces, digits, names that are there twice. An empty text is
 * begun; one that is not JSON, or has no such place, stays as it is.
 */
export function editJson(text: string, edit: JsonEdit): string {
  if (text.trim() === '') return begin(edit) ?? text;
  const root = readJsonTree(text);
  if (!root) return text;
  if (edit.kind === 'set') return set(text, root, edit.path, edit.json);
  if (edit.kind === 'add') return add(text, nodeAt(root, edit.path), edit.name, edit.json);
  const parent = nodeAt(root, edit.path.slice(0, -1));
  const at = edit.path.at(-1) ?? -1;
  const child = parent?.children[at];
  if (!parent || !child) return text;
  switch (edit.kind) {
    case 'remove':
      return remove(text, parent, at);
    case 'move':
      return swap(text, child, parent.children[at + edit.by]);
    case 'rename':
      return child.name === null ? text : text.slice(0, child.from) + renamed(text, child, edit.name);
  }
}

export function nodeAt(root: JsonNode, path: JsonPath): JsonNode | undefined {
  return path.reduce<JsonNode | undefined>((node, step) => node?.children[step]?.node, root);
}

function begin(edit: JsonEdit): string | null {
  if (edit.kind === 'set' && edit.path.length === 0) return edit.json;
  if (edit.kind !== 'add' || edit.path.length > 0) return null;
  return editJson(edit.name === null ? '[]' : '{}', edit);
}

function set(text: string, root: JsonNode, path: JsonPath, json: string): string {
  const node = nodeAt(root, path);
  if (!node) return text;
  return text.slice(0, node.from) + indented(json, indentOf(text, node.from)) + text.slice(node.to);
}

function add(text: string, parent: JsonNode | undefined, name: string | null, json: string): string {
  if (parent?.kind !== (name === null ? 'array' : 'object')) return text;
  const [first] = parent.children;
  const last = parent.children.at(-1);
  const written = (indent: string): string =>
    (name === null ? '' : `${JSON.stringify(name)}: `) + indented(json, indent);
  if (!first || !last) {
    const outer = indentOf(text, parent.from);
    const inner = outer + UNIT;
    const [open, close] = parent.kind === 'array' ? '[]' : '{}';
    const isInline = !text.includes('\n') && parent.from > 0;
    const inside = isInline ? inOneLine(written('')) : `\n${inner}${written(inner)}\n${outer}`;
    return `${text.slice(0, parent.from)}${open}${inside}${close}${text.slice(parent.to)}`;
  }
  const between = text.slice(parent.from, first.from);
  const indent = indentOf(text, first.from);
  const inside = between.includes('\n') ? `,\n${indent}${written(indent)}` : `, ${inOneLine(written(''))}`;
  return text.slice(0, last.node.to) + inside + text.slice(last.node.to);
}

function remove(text: string, { children, from, to }: JsonNode, at: number): string {
  const child = children[at];
  const next = children[at + 1];
  const previous = children[at - 1];
  if (!child) return text;
  if (next) return text.slice(0, child.from) + text.slice(next.from);
  if (previous) return text.slice(0, previous.node.to) + text.slice(child.node.to);
  return text.slice(0, from + 1) + text.slice(to - 1);
}

function swap(text: string, one: JsonChild, other: JsonChild | undefined): string {
  if (!other) return text;
  const [first, second] = one.from < other.from ? [one, other] : [other, one];
  return (
    text.slice(0, first.from) +
    text.slice(second.from, second.node.to) +
    text.slice(first.node.to, second.from) +
    text.slice(first.from, first.node.to) +
    text.slice(second.node.to)
  );
}

/** What follows the member's beginning, with another name. */
function renamed(text: string, { name, from, node }: JsonChild, next: string): string {
  const rest = text.slice(from, node.from);
  const colon = rest.indexOf(':', endOfName(rest, name));
  return JSON.stringify(next) + rest.slice(colon) + text.slice(node.from);
}

/** A name may hold colons: what is looked for comes after its closing quote. */
function endOfName(rest: string, name: string | null): number {
  const written = JSON.stringify(name);
  if (rest.startsWith(written)) return written.length;
  let at = 1;
  for (; at < rest.length && rest[at] !== '"'; at += 1) if (rest[at] === '\\') at += 1;
  return at + 1;
}

const UNIT = '  ';

/** The white space that the line at an offset begins with. */
function indentOf(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

// In JSON text a line never breaks within a string.
function indented(json: string, indent: string): string {
  return json.replaceAll('\n', `\n${indent}`);
}

function inOneLine(json: string): string {
  return json.replace(/\n\s*/g, '');
}
