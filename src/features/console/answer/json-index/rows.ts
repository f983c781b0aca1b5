import { isContainer, none, type JsonIndex } from './json-index';

/** Added to a node's number: the row is the closing bracket of that node. */
export const closing = 0x8000_0000;

/** The nodes that one sees of a tree, in order: nothing below those that are folded. */
export function visibleNodes(index: JsonIndex, folded: Uint8Array): Uint32Array {
  const rows = new Uint32Array(index.count);
  let count = 0;
  for (let node = 0; node < index.count; node = folded[node] ? (index.next[node] ?? index.count) : node + 1) {
    rows[count++] = node;
  }
  return rows.slice(0, count);
}

export interface IndentedLines {
  /** The node of each line; with `closing` added, the bracket that ends it. */
  readonly lines: Uint32Array;
  /** The line of each node. */
  readonly lineOf: Uint32Array;
}

/** The lines of the indented text: a line for each value, and one for the bracket that ends a list or object. */
export function indentedLines(index: JsonIndex): IndentedLines {
  const lines = new Uint32Array(index.count * 2);
  const lineOf = new Uint32Array(index.count);
  let count = 0;
  let open = none;
  const closeUpTo = (node: number): void => {
    while (open !== none && (index.next[open] ?? 0) <= node) {
      lines[count++] = open + closing;
      open = index.parent[open] ?? none;
    }
  };
  for (let node = 0; node < index.count; node += 1) {
    closeUpTo(node);
    lineOf[node] = count;
    lines[count++] = node;
    if (isContainer(index, node) && (index.size[node] ?? 0) > 0) open = node;
  }
  closeUpTo(index.count);
  return { lines: lines.slice(0, count), lineOf };
}

/** The row of a node in `visibleNodes`, or of the nearest node before it that is seen. */
export function rowOfNode(rows: Uint32Array, node: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rows[middle] ?? 0) <= node) low = middle;
    else high = middle - 1;
  }
  return low;
}

const mostRowsAtFirst = 400;

/** What is folded when a tree is first seen: whole levels are open as long as that makes few rows; the root always is. */
export function firstFolds(index: JsonIndex): Uint8Array {
  const folded = new Uint8Array(index.count);
  const rowsOfDepth: number[] = [];
  for (let node = 0; node < index.count; node += 1) {
    const depth = index.depth[node] ?? 0;
    rowsOfDepth[depth] = (rowsOfDepth[depth] ?? 0) + 1;
  }
  let rows = 1;
  let openDepth = 0;
  for (let depth = 1; depth < rowsOfDepth.length; depth += 1) {
    rows += rowsOfDepth[depth] ?? 0;
    if (rows > mostRowsAtFirst && depth > 1) break;
    openDepth = depth;
  }
  for (let node = 1; node < index.count; node += 1) {
    if ((index.depth[node] ?? 0) >= openDepth && isContainer(index, node) && (index.size[node] ?? 0) > 0)
      folded[node] = 1;
  }
  return folded;
}

/** The same folds with everything around a node open. */
export function unfoldTo(index: JsonIndex, folded: Uint8Array, node: number): Uint8Array {
  const opened = folded.slice();
  for (let at = index.parent[node] ?? none; at !== none; at = index.parent[at] ?? none) opened[at] = 0;
  return opened;
}
