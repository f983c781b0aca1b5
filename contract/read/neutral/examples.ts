import type { Example } from '../../model.ts';
import { escapeKey } from '../json-pointer.ts';
import { entriesOf, type JsonObject, textOf } from '../json-value.ts';
import { type Reading, resolve } from './reading.ts';

/**
 * `example` and `examples` of a parameter, header or media type (3.1 §4.8.19, 3.2 `dataValue`). An `externalValue` is
 * never opened.
 */
export function readExamples(reading: Reading, holder: JsonObject, pointer: string): Example[] {
  const examples: Example[] = [];
  if (Object.hasOwn(holder, 'example')) examples.push({ name: 'default', value: holder.example });
  for (const [name, entry] of entriesOf(holder.examples)) {
    const example = resolve(reading, entry, `${pointer}/examples/${escapeKey(name)}`)?.value;
    const key = example && ['value', 'dataValue'].find((candidate) => Object.hasOwn(example, candidate));
    if (!example || !key) continue;
    examples.push({
      name,
      summary: textOf(example, 'summary'),
      description: textOf(example, 'description'),
      value: example[key],
    });
  }
  return examples;
}
