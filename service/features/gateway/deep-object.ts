import type { QueryPair } from './query-string.ts';
import { decode, named, type Text } from './serialised.ts';

const deepest = 8;

/**
 * `filter[status]=active&filter[created][gte]=2026-01-01&filter[tags][]=a`: OpenAPI defines one level (style
 * `deepObject`); deeper ones and lists are read as the common query-string libraries write them.
 */
export function deepObject(name: string, pairs: readonly QueryPair[]): Text | undefined {
  const root = new Map<string, Node>();
  for (const pair of pairs) {
    const path = pathBelow(name, pair.name);
    if (path !== undefined) put(root, path, decode(pair.raw));
  }
  return root.size === 0 ? undefined : toText(root);
}

/** Whether a pair's name belongs to a deep object of this name. */
export function isDeepMember(name: string, pairName: string): boolean {
  return pathBelow(name, pairName) !== undefined;
}

type Node = string | string[] | Map<string, Node>;

function pathBelow(name: string, pairName: string): readonly string[] | undefined {
  if (!pairName.startsWith(`${name}[`)) return undefined;
  const rest = pairName.slice(name.length);
  if (!/^(?:\[[^[\]]*\])+$/.test(rest)) return undefined;
  const path = rest.slice(1, -1).split('][');
  return path.length > deepest ? undefined : path;
}

function put(node: Map<string, Node>, path: readonly string[], value: string): void {
  const [step = '', ...rest] = path;
  const known = node.get(step);
  if (rest.length === 0) {
    node.set(step, typeof known === 'string' ? [known, value] : Array.isArray(known) ? [...known, value] : value);
  } else if (rest.length === 1 && (rest[0] === '' || /^\d+$/.test(rest[0] ?? ''))) {
    node.set(step, Array.isArray(known) ? [...known, value] : [value]);
  } else {
    const below = known instanceof Map ? known : new Map<string, Node>();
    node.set(step, below);
    put(below, rest, value);
  }
}

function toText(node: Node): Text {
  if (!(node instanceof Map)) return node;
  return named([...node].map(([name, value]) => [name, toText(value)] as const));
}
