import type { Contract, Schema } from '../../model.ts';
import { shapeOf } from '../../schema-shape.ts';
import type { Selections } from './document.ts';

/** The selection at a path of names; undefined where the document does not ask for it. */
export function selectionAt(selections: Selections, names: readonly string[]): Selections | 'value' | undefined {
  let at: Selections | 'value' = selections;
  for (const name of names) {
    if (at === 'value' || !at.has(name)) return undefined;
    at = at.get(name) ?? 'value';
  }
  return at;
}

/** Members that the contract promises, and the document does not ask for: `owner.name`. A list is told by its items. */
export function missingMembers(
  contract: Contract,
  schema: Schema | undefined,
  selections: Selections | 'value',
): readonly string[] {
  const { items, properties, required, types } = shapeOf(contract, schema);
  if (selections === 'value') return [];
  if (types.has('array') && items !== undefined) return missingMembers(contract, items, selections);
  return [...required].flatMap((name) => {
    if (!selections.has(name)) return [name];
    const below = selections.get(name);
    if (below === undefined) return [];
    return missingMembers(contract, properties.get(name), below).map((rest) => `${name}.${rest}`);
  });
}
