import { isChangedAt, isMadeAt } from '../sandbox/index.ts';

/**
 * A JSON value whose times of making and changing are off by so much: what a platform with a wrong clock writes. Times that a
 * client said stay as they are.
 */
export function skewedValue(value: unknown, minutes: number): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => skewedValue(item, minutes));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      isMadeAt(name) || isChangedAt(name) ? moved(member, minutes) : skewedValue(member, minutes),
    ]),
  );
}

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

function moved(value: unknown, minutes: number): unknown {
  if (typeof value !== 'string' || !dateTime.test(value)) return value;
  const time = new Date(Date.parse(value) + minutes * 60_000);
  if (Number.isNaN(time.getTime())) return value;
  const text = time.toISOString();
  return value.includes('.') ? text : text.replace(/\.\d+Z$/, 'Z');
}
