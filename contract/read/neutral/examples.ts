import type { Example } from '../../model.ts';
import { escapeKey } from '../json-pointer.ts';
import { entriesOf, type JsonObject, textOf } from '../json-value.ts';
import { type Reading, resolve } from './reading.ts';

/**
 * `example` and `examples` of a parameter, a header or a media type (3.1 §4.8.19, 3.2 §4.19 `dataValue`). An `externalValue`
 * is never opened.
 */
export function readExamples(reading: Reading, holder: JsonObject, pointer: string, type?: string): Example[] {
  const examples: Example[] = [];
  if (Object.hasOwn(holder, 'example')) examples.push({ name: 'default', value: holder.example });
  for (const [name, entry] of entriesOf(holder.examples)) {
    const example = resolve(reading, entry, `${pointer}/examples/${escapeKey(name)}`)?.value;
    if (!example) continue;
    const value = valueOf(example, type);
    if (value === undefined) continue;
    examples.push({ name, summary: textOf(example, 'summary'), description: textOf(example, 'description'), value });
  }
  return examples;
}

/** What is known as `serializedValue` only, as it goes over the wire, can be taken back to a value for a media type alone. */
function valueOf(example: JsonObject, type: string | undefined): unknown {
  const key = ['value', 'dataValue'].find((candidate) => Object.hasOwn(example, candidate));
  if (key) return example[key];
  const wire = textOf(example, 'serializedValue');
  if (wire === undefined || type === undefined || !/[/+]json\b/.test(type))
    return type === undefined ? undefined : wire;
  try {
    return JSON.parse(wire) as unknown;
  } catch {
    return wire;
  }
}
