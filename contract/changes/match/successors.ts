import type { Operation } from '../../model.ts';

/**
 * What descriptions say themselves: `x-replaced-by` at an operation names those of the other version that take its place,
 * `x-replaces` those whose place it takes; an operationId, or a list of which the first is the closest.
 */
export function successors(before: readonly Operation[], after: readonly Operation[]): Map<Operation, Operation[]> {
  const found = new Map<Operation, Operation[]>();
  const byId = new Map(after.map((operation) => [operation.id, operation]));
  const named = new Map<string, Operation[]>();
  for (const right of after) {
    for (const id of namesIn(right)) named.set(id, [...(named.get(id) ?? []), right]);
  }
  for (const left of before) {
    const said = namesIn(left).flatMap((id) => byId.get(id) ?? []);
    const all = [...new Set([...said, ...(named.get(left.id) ?? [])])];
    if (all.length > 0) found.set(left, all);
  }
  return found;
}

function namesIn({ extensions }: Operation): string[] {
  return ['x-replaced-by', 'x-replaces'].flatMap((key) => {
    const value = Object.hasOwn(extensions, key) ? extensions[key] : [];
    return [value].flat().filter((id) => typeof id === 'string');
  });
}
