import type { Contract, Schema } from '../model.ts';
import { shapeOf } from '../schema-shape.ts';
import { remedy } from './check-operation-rules.ts';
import type { ItemRules } from './rules.ts';
import type { Saying } from './saying.ts';

/** Tells which members a schema does not have that its transitions name. */
export function checkSchemaRules(
  contract: Contract,
  schema: Schema | undefined,
  { becomes }: ItemRules,
  said: Saying,
): void {
  const members = new Set(shapeOf(contract, schema).properties.keys());
  const check = (name: string, below: readonly (string | number)[]) => {
    const first = name.split('.')[0] ?? '';
    if (members.size === 0 || members.has(first)) return;
    said.wrong(below, `names "${first}", which the schema does not have. ${remedy(first, members)}`);
  };
  becomes.forEach((transition, index) => {
    for (const name of Object.keys(transition.if)) check(name, ['becomes', index, 'if', name]);
    for (const name of Object.keys(transition.sets)) check(name, ['becomes', index, 'sets', name]);
    const { at } = transition;
    const from = at.kind === 'path' ? at.path : at.kind === 'time' && at.from !== 'now' ? at.from : undefined;
    if (from?.root === 'item') check(from.steps.join('.'), ['becomes', index, 'at']);
  });
}
