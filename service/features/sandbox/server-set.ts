import type { Contract, Schema } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import type { Item } from './state.ts';
import { plain } from './schema-names.ts';

const made =
  /^(?:(?:date|time)?(?:created|issued|inserted|submitted|started|registered|received)(?:at|on|date|time|timestamp)?|creation(?:date|time)|createtime|timestamp)$/;
const changed =
  /^(?:(?:date|time)?(?:updated|modified|changed|lastmodified|lastupdated)(?:at|on|date|time|timestamp)?|updatetime|modification(?:date|time))$/;

/** Says when a thing was made: `created_at`, `createdAt`, `dateCreated`, `created`. */
export function isMadeAt(name: string): boolean {
  return made.test(plain(name));
}

/** Says when a thing was last changed. */
export function isChangedAt(name: string): boolean {
  return changed.test(plain(name));
}

/** The time as the schema has it: a date-time, a date, or seconds since 1970. Undefined where it is no time. */
export function timeFor(contract: Contract, schema: Schema | undefined, example: unknown, time: Date): unknown {
  const { types, format } = shapeOf(contract, schema);
  if (types.has('integer') || types.has('number') || typeof example === 'number') {
    const inMilliseconds = typeof example === 'number' && example > 100_000_000_000;
    return inMilliseconds ? time.getTime() : Math.floor(time.getTime() / 1000);
  }
  const text = time.toISOString();
  if (format === 'date' || (typeof example === 'string' && /^\d{4}-\d\d-\d\d$/.test(example))) return text.slice(0, 10);
  if (format === 'date-time' || (typeof example === 'string' && /^\d{4}-\d\d-\d\dT/.test(example))) {
    const hasFraction = typeof example === 'string' && /\.\d+/.test(example);
    return hasFraction ? text : text.replace(/\.\d+Z$/, 'Z');
  }
  return undefined;
}

/** The properties of an item that say when it was changed, set to the time. */
export function touched(contract: Contract, schema: Schema | undefined, item: Item, time: Date): Item {
  const result: Record<string, unknown> = { ...item };
  for (const [name, property] of shapeOf(contract, schema).properties) {
    if (!isChangedAt(name)) continue;
    const value = timeFor(contract, property, item[name], time);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

/** A time of the model moved along: what expired a day after the model was made expires a day after now. */
export function movedTime(example: unknown, madeAt: unknown, time: Date): string | undefined {
  if (typeof example !== 'string' || typeof madeAt !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(example)) return undefined;
  const distance = Date.parse(example) - Date.parse(madeAt);
  if (!Number.isFinite(distance)) return undefined;
  return new Date(time.getTime() + distance).toISOString().replace(/\.\d+Z$/, 'Z');
}
