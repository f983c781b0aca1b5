import { isContainer, Kind, none, stepOf, type JsonIndex } from './json-index';

/** The JSON pointer of a node (RFC 6901); '' for the root. */
export function pointerOf(index: JsonIndex, node: number): string {
  const steps: string[] = [];
  for (let at = node; at !== 0 && at !== none; at = index.parent[at] ?? none) {
    steps.unshift(stepOf(index, at).replaceAll('~', '~0').replaceAll('/', '~1'));
  }
  return steps.map((step) => `/${step}`).join('');
}

/**
 * The node of a pointer, or of what stands around it: a missing member has no place of its own. Of members of one name the
 * last counts, as for whoever parses the text.
 */
export function nearestNode(index: JsonIndex, pointer: string): { readonly node: number; readonly isExact: boolean } {
  let node = 0;
  for (const step of pointer.split('/').slice(1)) {
    const wanted = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const child = childOf(index, node, wanted);
    if (child === none) return { node, isExact: false };
    node = child;
  }
  return { node, isExact: true };
}

/** The node that holds a byte offset, or stands nearest before it. */
export function nodeAt(index: JsonIndex, offset: number): number {
  let low = 0;
  let high = index.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (beginOf(index, middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where a node's line begins: at its name, where it has one. */
function beginOf({ key, start }: JsonIndex, node: number): number {
  const name = key[node] ?? none;
  return name === none ? (start[node] ?? 0) : name;
}

function itemOf(index: JsonIndex, node: number, wanted: string): number {
  const end = index.next[node] ?? 0;
  for (let item = node + 1; item < end; item = index.next[item] ?? end) {
    if (String(index.ordinal[item]) === wanted) return item;
  }
  return none;
}

function childOf(index: JsonIndex, node: number, wanted: string): number {
  if (!isContainer(index, node)) return none;
  let found = none;
  const end = index.next[node] ?? 0;
  if (index.kind[node] === Kind.array) return itemOf(index, node, wanted);
  for (let child = node + 1; child < end; child = index.next[child] ?? end) {
    if (stepOf(index, child) === wanted) found = child;
  }
  return found;
}
