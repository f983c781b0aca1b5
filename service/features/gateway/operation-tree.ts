import type { Method, Operation } from '../../../contract/model.ts';
import type { Segment } from './address.ts';

export type PathMatch =
  | { readonly kind: 'found'; readonly operation: Operation; readonly path: ReadonlyMap<string, string> }
  | { readonly kind: 'other-methods'; readonly methods: readonly Method[] }
  | { readonly kind: 'nothing' };

/** The operations of one contract, by path template and method. */
export interface OperationTree {
  /** Values of path parameters are as they were sent, still percent-encoded. */
  find(segments: readonly Segment[], method: string): PathMatch;
}

interface Branch {
  readonly literals: Map<string, Branch>;
  /** Segments that are partly literal: `{name}.json`, `{id}:cancel`. */
  readonly mixed: Map<string, { readonly pattern: RegExp; readonly branch: Branch }>;
  parameter: Branch | undefined;
  readonly operations: Map<string, Leaf>;
}

interface Leaf {
  readonly operation: Operation;
  readonly captures: readonly { readonly index: number; readonly names: readonly string[]; readonly pattern: RegExp }[];
}

/**
 * OpenAPI 3.1 §4.8.8.2: concrete paths are matched before templated ones, here segment by segment: literal, then partly
 * literal, then parameter. Where the most specific template does not have the method, a less specific one may.
 */
export function operationTree(operations: readonly Operation[]): OperationTree {
  const root = newBranch();
  for (const operation of operations) {
    const branch = templateSegments(operation.path).reduce(descend, root);
    if (!branch.operations.has(operation.method)) branch.operations.set(operation.method, newLeaf(operation));
  }
  return { find: (segments, method) => find(root, segments, method.toLowerCase()) };
}

function find(root: Branch, segments: readonly Segment[], method: string): PathMatch {
  const methods = new Set<Method>();
  for (const branch of branches(root, segments, 0)) {
    const leaf = branch.operations.get(method) ?? (method === 'head' ? branch.operations.get('get') : undefined);
    if (leaf !== undefined) return { kind: 'found', operation: leaf.operation, path: capture(leaf, segments) };
    for (const { operation } of branch.operations.values()) methods.add(operation.method);
  }
  return methods.size > 0 ? { kind: 'other-methods', methods: [...methods] } : { kind: 'nothing' };
}

/** Every template that the path fits, the most specific first. */
function* branches(branch: Branch, segments: readonly Segment[], depth: number): Generator<Branch> {
  const segment = segments[depth];
  if (segment === undefined) {
    if (branch.operations.size > 0) yield branch;
    return;
  }
  const literal = branch.literals.get(segment.text);
  if (literal !== undefined) yield* branches(literal, segments, depth + 1);
  for (const mixed of branch.mixed.values()) {
    if (mixed.pattern.test(segment.raw)) yield* branches(mixed.branch, segments, depth + 1);
  }
  if (branch.parameter !== undefined && segment.raw !== '') yield* branches(branch.parameter, segments, depth + 1);
}

function capture(leaf: Leaf, segments: readonly Segment[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { index, names, pattern } of leaf.captures) {
    const found = pattern.exec(segments[index]?.raw ?? '');
    for (const [place, name] of names.entries()) values.set(name, found?.[place + 1] ?? '');
  }
  return values;
}

function newLeaf(operation: Operation): Leaf {
  const captures = templateSegments(operation.path).map((template, index) => ({
    index,
    names: parameterNames(template),
    pattern: segmentPattern(template),
  }));
  return { operation, captures: captures.filter(({ names }) => names.length > 0) };
}

function descend(branch: Branch, template: string): Branch {
  if (!template.includes('{')) return into(branch.literals, template);
  if (/^\{[^{}]+\}$/.test(template)) return (branch.parameter ??= newBranch());
  const key = template.replace(/\{[^{}]+\}/g, '{}');
  const known = branch.mixed.get(key) ?? { pattern: segmentPattern(template), branch: newBranch() };
  branch.mixed.set(key, known);
  return known.branch;
}

function into(known: Map<string, Branch>, key: string): Branch {
  const branch = known.get(key) ?? newBranch();
  known.set(key, branch);
  return branch;
}

function newBranch(): Branch {
  return { literals: new Map(), mixed: new Map(), parameter: undefined, operations: new Map() };
}

function templateSegments(path: string): string[] {
  return path.replace(/^\//, '').split('/');
}

function parameterNames(template: string): string[] {
  return [...template.matchAll(/\{([^{}]+)\}/g)].map((found) => found[1] ?? '');
}

function segmentPattern(template: string): RegExp {
  const parts = template.split(/\{[^{}]+\}/).map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('(.+?)')}$`, 's');
}
