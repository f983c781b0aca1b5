import type { Operation } from '../../model.ts';
import { wirePath } from '../operation/compare-operation.ts';
import { similarPairs } from './similar-operations.ts';
import { successors } from './successors.ts';

export interface Matched {
  readonly before: Operation;
  readonly after: Operation;
  /** What else of the newer version takes over a part. */
  readonly also: readonly Operation[];
}

export interface Matching {
  readonly both: readonly Matched[];
  readonly removed: readonly Operation[];
  readonly added: readonly Operation[];
}

/**
 * Which operation became which: by what the descriptions say, by id, by method and path, and by likeness of path and summary, in
 * this order. `both` and `removed` are in the order of `before`, `added` in that of `after`.
 */
export function matchOperations(before: readonly Operation[], after: readonly Operation[]): Matching {
  const found = new Map<Operation, { readonly after: Operation; readonly also: readonly Operation[] }>();
  const taken = new Set<Operation>();
  const match = (left: Operation, right: Operation | undefined, also: readonly Operation[] = []) => {
    if (!right || found.has(left) || taken.has(right)) return;
    found.set(left, { after: right, also });
    taken.add(right);
  };
  for (const [left, [first, ...also]] of successors(before, after)) match(left, first, also);
  for (const keyOf of [(one: Operation) => one.id, addressKey]) {
    const open = new Map(after.filter((right) => !taken.has(right)).map((right) => [keyOf(right), right]));
    for (const left of before) match(left, open.get(keyOf(left)));
  }
  const [left, right] = [before.filter((one) => !found.has(one)), after.filter((one) => !taken.has(one))];
  for (const [was, is] of similarPairs(left, right)) match(was, is);
  return {
    both: before.flatMap((left) => {
      const match = found.get(left);
      return match ? [{ before: left, ...match }] : [];
    }),
    removed: before.filter((one) => !found.has(one)),
    added: after.filter((one) => !taken.has(one)),
  };
}

/** A version at the path's beginning is not part of what an operation is: `/v1/things` became `/v2/things`. */
const addressKey = (operation: Operation) => `${operation.method} ${wirePath(operation).replace(/^\/v\d+(?=\/)/, '')}`;
