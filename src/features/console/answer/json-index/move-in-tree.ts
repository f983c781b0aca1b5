import { isContainer, none, stepOf, type JsonIndex } from './json-index';
import { rowOfNode } from './rows';

export interface TreeState {
  readonly index: JsonIndex;
  /** `visibleNodes`. */
  readonly rows: Uint32Array;
  readonly folded: Uint8Array;
}

export interface TreeMove {
  readonly node: number;
  /** Where something was folded or unfolded. */
  readonly folded?: Uint8Array;
}

const pageRows = 15;
const mostLookedAt = 50_000;

/**
 * What a key does in a tree (WAI-ARIA Authoring Practices, tree view). `typed`: the letters so far, which lead to the
 * next row whose name begins with them. Null for a key that does nothing here.
 */
export function moveInTree(
  { index, rows, folded }: TreeState,
  node: number,
  key: string,
  typed: string,
): TreeMove | null {
  const row = rowOfNode(rows, node);
  const at = rows[row] ?? 0;
  const to = (wanted: number): TreeMove => ({ node: rows[Math.max(0, Math.min(rows.length - 1, wanted))] ?? 0 });
  const hasInside = isContainer(index, at) && (index.size[at] ?? 0) > 0;
  const withFold = (value: 0 | 1, nodes: Iterable<number>): TreeMove => {
    const changed = folded.slice();
    for (const one of nodes) changed[one] = value;
    return { node: at, folded: changed };
  };
  switch (key) {
    case 'ArrowDown':
      return to(row + 1);
    case 'ArrowUp':
      return to(row - 1);
    case 'PageDown':
      return to(row + pageRows);
    case 'PageUp':
      return to(row - pageRows);
    case 'Home':
      return to(0);
    case 'End':
      return to(rows.length - 1);
    case 'ArrowRight':
      if (!hasInside) return { node: at };
      return folded[at] ? withFold(0, [at]) : { node: at + 1 };
    case 'ArrowLeft': {
      if (hasInside && !folded[at]) return withFold(1, [at]);
      const parent = index.parent[at] ?? none;
      return { node: parent === none ? at : parent };
    }
    case 'Enter':
    case ' ':
      return hasInside ? withFold(folded[at] ? 0 : 1, [at]) : { node: at };
    case '*':
      return withFold(0, siblingsOf(index, at));
    default:
      return key.length === 1 ? typeAhead(index, rows, row, typed) : null;
  }
}

function* siblingsOf(index: JsonIndex, node: number): Generator<number> {
  const parent = index.parent[node] ?? none;
  if (parent === none) yield node;
  if (parent === none) return;
  const end = index.next[parent] ?? 0;
  for (let sibling = parent + 1; sibling < end; sibling = index.next[sibling] ?? end) yield sibling;
}

function typeAhead(index: JsonIndex, rows: Uint32Array, row: number, typed: string): TreeMove {
  const wanted = typed.toLowerCase();
  // The same letter again goes on to the next; further letters first look where one is.
  const from = wanted.length > 1 ? 0 : 1;
  for (let step = from; step <= Math.min(rows.length, mostLookedAt); step += 1) {
    const node = rows[(row + step) % rows.length] ?? 0;
    if (stepOf(index, node).toLowerCase().startsWith(wanted)) return { node };
  }
  return { node: rows[row] ?? 0 };
}
