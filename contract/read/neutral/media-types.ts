import type { MediaType, Schema } from '../../model.ts';
import { escapeKey } from '../json-pointer.ts';
import { entriesOf, isObject, type JsonObject, member } from '../json-value.ts';
import { readExamples } from './examples.ts';
import { type Reading, resolve } from './reading.ts';

/** `content` (3.1 §4.8.14), in the order of the description. */
export function readContent(reading: Reading, holder: JsonObject, pointer: string): MediaType[] {
  return entriesOf(holder.content).flatMap(([type, entry]) => {
    const found = resolve(reading, entry, `${pointer}/content/${escapeKey(type)}`);
    return found ? [readMediaType(reading, type.trim(), found.value, found.pointer)] : [];
  });
}

function readMediaType(reading: Reading, type: string, value: JsonObject, pointer: string): MediaType {
  return {
    type,
    schema: schemaOf(value, 'schema'),
    itemSchema: schemaOf(value, 'itemSchema'),
    examples: readExamples(reading, value, pointer, type),
    encoding: isObject(value.encoding) ? value.encoding : undefined,
  };
}

/** A schema as `normaliseSchema` left it. */
export function schemaOf(holder: JsonObject, key: string): Schema | undefined {
  const schema = member(holder, key);
  return typeof schema === 'boolean' || isObject(schema) ? schema : undefined;
}
