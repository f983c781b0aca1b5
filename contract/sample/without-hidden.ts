import type { Contract, Schema } from '../model.ts';
import { isObject, setMember } from '../read/json-value.ts';
import type { Direction } from '../validate/index.ts';
import { mergeSchema, propertiesOf, said } from './merged-schema.ts';

/** An example as it is in one direction: without what only the other one shows (`readOnly`, `writeOnly`). */
export function withoutHidden(
  contract: Contract,
  value: unknown,
  schema: Schema,
  direction: Direction,
  depth = 0,
): unknown {
  if (typeof value !== 'object' || value === null || depth > 10) return value;
  const merged = mergeSchema(contract, schema);
  if (Array.isArray(value)) {
    const items = said(merged, 'items')[0];
    if (items === undefined) return value;
    return value.map((item: unknown) => withoutHidden(contract, item, items, direction, depth + 1));
  }
  if (!isObject(value)) return value;
  const flag = direction === 'request' ? 'readOnly' : 'writeOnly';
  const properties = propertiesOf(merged);
  const kept: Record<string, unknown> = {};
  for (const [name, below] of Object.entries(value)) {
    const property = properties.get(name);
    if (property !== undefined && said(mergeSchema(contract, property), flag).includes(true)) continue;
    setMember(
      kept,
      name,
      property === undefined ? below : withoutHidden(contract, below, property, direction, depth + 1),
    );
  }
  return kept;
}
