import { isContainer, Kind, quotedName, textBetween, type JsonIndex } from '../json-index/json-index';
import { closing } from '../json-index/rows';

/** A part of a row, with what it is, for its colour. */
export interface Piece {
  readonly text: string;
  readonly kind: 'key' | 'string' | 'number' | 'keyword' | 'punctuation' | 'faint' | 'plain';
}

const kindOf = {
  [Kind.string]: 'string',
  [Kind.number]: 'number',
  [Kind.boolean]: 'keyword',
  [Kind.null]: 'keyword',
} as const;

/** A row of the tree: a folded list or object says how much is in it, and how it begins. */
export function treeRow(index: JsonIndex, node: number, isFolded: boolean, mostCharacters: number): readonly Piece[] {
  const name = namePieces(index, node) ?? itemPieces(index, node);
  if (!isContainer(index, node)) return [...name, scalarPiece(index, node, mostCharacters)];
  const size = index.size[node] ?? 0;
  const [open, close, one, many] =
    index.kind[node] === Kind.object ? ['{', '}', 'member', 'members'] : ['[', ']', 'item', 'items'];
  if (size === 0) return [...name, { text: open + close, kind: 'punctuation' }];
  const count = `${size.toLocaleString('en')} ${size === 1 ? one : many}`;
  if (!isFolded) return [...name, { text: open, kind: 'punctuation' }, { text: ` ${count}`, kind: 'faint' }];
  const [begin, end] = [index.start[node] ?? 0, index.end[node] ?? 0];
  const beginning = textBetween(index, begin, Math.min(end, begin + 90)).replace(/\s+/g, ' ');
  const preview = end - begin > 90 ? `${beginning}…` : beginning;
  return [...name, { text: preview, kind: 'faint' }, { text: `  ${count}`, kind: 'faint' }];
}

/** A line of the indented text: `  "name": "Ada",`. Only white space differs from what came. */
export function indentedRow(index: JsonIndex, line: number, mostCharacters: number): readonly Piece[] {
  const isClosing = line >= closing;
  const node = isClosing ? line - closing : line;
  const indent: Piece = { text: '  '.repeat(index.depth[node] ?? 0), kind: 'plain' };
  const comma: readonly Piece[] = hasNext(index, node) ? [{ text: ',', kind: 'punctuation' }] : [];
  const bracket = (text: string): Piece => ({ text, kind: 'punctuation' });
  const isObject = index.kind[node] === Kind.object;
  if (isClosing) return [indent, bracket(isObject ? '}' : ']'), ...comma];
  const name = namePieces(index, node) ?? [];
  if (!isContainer(index, node)) return [indent, ...name, scalarPiece(index, node, mostCharacters), ...comma];
  if ((index.size[node] ?? 0) === 0) return [indent, ...name, bracket(isObject ? '{}' : '[]'), ...comma];
  return [indent, ...name, bracket(isObject ? '{' : '[')];
}

/** About how many characters `indentedRow` has: never fewer than it takes columns. */
export function indentedLength(index: JsonIndex, line: number): number {
  const node = line >= closing ? line - closing : line;
  const indent = 2 * (index.depth[node] ?? 0);
  if (line >= closing || isContainer(index, node)) return indent + 3 + nameBytes(index, node);
  return indent + nameBytes(index, node) + (index.end[node] ?? 0) - (index.start[node] ?? 0) + 1;
}

function nameBytes(index: JsonIndex, node: number): number {
  const key = index.key[node] ?? 0;
  return key === 0xffff_ffff ? 0 : (index.start[node] ?? 0) - key + 1;
}

function namePieces(index: JsonIndex, node: number): readonly Piece[] | null {
  const name = quotedName(index, node);
  return name === null
    ? null
    : [
        { text: cut(name, 400), kind: 'key' },
        { text: ': ', kind: 'punctuation' },
      ];
}

function itemPieces(index: JsonIndex, node: number): readonly Piece[] {
  return node === 0 ? [] : [{ text: `${index.ordinal[node]}: `, kind: 'faint' }];
}

function scalarPiece(index: JsonIndex, node: number, mostCharacters: number): Piece {
  const [from, to] = [index.start[node] ?? 0, index.end[node] ?? 0];
  const text = textBetween(index, from, Math.min(to, from + mostCharacters));
  const rest = to - from - mostCharacters;
  const kind = kindOf[(index.kind[node] ?? Kind.null) as keyof typeof kindOf];
  return { text: rest > 0 ? `${text}… and ${rest.toLocaleString('en')} more bytes` : text, kind };
}

function hasNext(index: JsonIndex, node: number): boolean {
  if (node === 0) return false;
  return (index.ordinal[node] ?? 0) + 1 < (index.size[index.parent[node] ?? 0] ?? 0);
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
