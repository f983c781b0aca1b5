import type { Contract, Schema } from '../../model.ts';
import { shapeOf } from '../../schema-shape.ts';
import type { ConfigPath, ConfigProblem } from '../../read/portal/shape.ts';
import type { Promised } from '../promised.ts';
import type { GraphqlDocument, Selections } from './document.ts';

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
  const missing = [...required].filter(
    (name) => !selections.has(name) && !shapeOf(contract, properties.get(name)).writeOnly,
  );
  const within = [...selections].flatMap(([name, below]) =>
    below === undefined ? [] : missingMembers(contract, properties.get(name), below).map((rest) => `${name}.${rest}`),
  );
  return [...missing, ...within];
}

/** Whether the document asks for the answer, and for all that the contract promises of it. Pure. */
export function checkAnswer({
  contract,
  promised,
  document,
  names,
  path,
}: {
  readonly contract: Contract;
  readonly promised: Promised;
  readonly document: GraphqlDocument;
  readonly names: readonly string[];
  readonly path: ConfigPath;
}): readonly ConfigProblem[] {
  const selection = selectionAt(document.selections, names);
  if (selection === undefined) {
    const roots = [...document.selections.keys()].join(', ');
    const sentence = `the document does not ask for "${names.join('.')}". It asks for ${roots}.`;
    return [{ path: [...path, 'answer'], sentence }];
  }
  const missing = missingMembers(contract, promised.body?.schema, selection);
  if (missing.length === 0) return [];
  const sentence = `the contract promises ${missing.join(', ')} in the answer, and the document does not ask for it. Add it there, or point "answer" to where it is.`;
  return [{ path: [...path, 'document'], sentence }];
}
