import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../platform/database/index.ts';
import type { Condition } from './state.ts';

/**
 * A condition on the JSON of a row. It never leaves out an item that fits; a member that is an object or an array is left
 * to whoever reads the item.
 */
export function conditionSql(kind: Database['kind'], { member, isOneOf }: Condition): RawBuilder<boolean> {
  const texts = sql.join(isOneOf.map(String));
  const numbers = isOneOf.filter((word) => word !== '' && Number.isFinite(Number(word))).map(Number);
  if (kind === 'postgres') {
    const value = sql`(value::jsonb -> ${member}::text)`;
    const isNumber =
      numbers.length === 0 ? sql`false` : sql`(${value} #>> '{}')::numeric in (${sql.join(numbers.map(asNumeric))})`;
    return sql<boolean>`case jsonb_typeof(${value}) when 'array' then true when 'object' then true
      when 'number' then ${isNumber} else (${value} #>> '{}') in (${texts}) end`;
  }
  const path = `$.${JSON.stringify(member)}`;
  const flags = isOneOf.flatMap((word) => (String(word) === 'true' ? [1] : String(word) === 'false' ? [0] : []));
  const words = sql.join([...isOneOf.map(String), ...numbers, ...flags]);
  return sql<boolean>`(json_type(value, ${path}) in ('array', 'object') or json_extract(value, ${path}) in (${words}))`;
}

function asNumeric(value: number): RawBuilder<number> {
  return sql`${String(value)}::numeric`;
}
