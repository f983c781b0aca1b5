import { endOfString, isContainer, none, type JsonIndex } from '../json-index/json-index';
import { nodeAt } from '../json-index/pointers';
import { rowOfNode } from '../json-index/rows';

/** What stands in a JSON text for what a reader types: quotes and line breaks are escaped there. */
export function needleInJson(query: string): string {
  return JSON.stringify(query).slice(1, -1);
}

/** The nodes whose name or value holds a hit, each once. */
export function nodesOf(index: JsonIndex, offsets: Uint32Array): Uint32Array {
  const nodes: number[] = [];
  for (const offset of offsets) {
    const node = nodeAt(index, offset);
    if (node !== nodes.at(-1) && isInside(index, node, offset)) nodes.push(node);
  }
  return Uint32Array.from(nodes);
}

/** The rows of a text that hold a hit, each once. */
export function rowsOf(starts: Uint32Array, offsets: Uint32Array): Uint32Array {
  return Uint32Array.from(new Set([...offsets].map((offset) => rowOfNode(starts, offset))));
}

function isInside(index: JsonIndex, node: number, offset: number): boolean {
  const key = index.key[node] ?? none;
  if (key !== none && offset >= key && offset < endOfString(index.bytes, key)) return true;
  return !isContainer(index, node) && offset >= (index.start[node] ?? 0) && offset < (index.end[node] ?? 0);
}
