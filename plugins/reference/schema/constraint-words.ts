import type { SchemaObject } from '../../../contract/model.ts';
import { conflictWords } from './conflict-words.ts';
import { partsOf } from './flatten-schema.ts';
import { needWords } from './need-words.ts';

/** What a value must keep to beyond its type, in words (JSON Schema 2020-12 validation §6). */
export function constraintWords(schema: SchemaObject): string[] {
  const parts = partsOf(schema);
  return [...new Set([...parts.flatMap(ownWords), ...conflictWords(parts)])];
}

function ownWords(schema: SchemaObject): string[] {
  return [
    numberWords(schema),
    schema.multipleOf === undefined ? undefined : `a multiple of ${schema.multipleOf}`,
    countWords(schema.minLength, schema.maxLength, 'character', 'characters'),
    schema.pattern === undefined ? undefined : `matches ${schema.pattern}`,
    contentWords(schema),
    countWords(schema.minItems, schema.maxItems, 'item', 'items'),
    schema.uniqueItems ? 'no item twice' : undefined,
    schema.unevaluatedItems === false || (schema.items === false && schema.prefixItems)
      ? 'no further items'
      : undefined,
    countWords(schema.minProperties, schema.maxProperties, 'property', 'properties'),
    ...needWords(schema),
    isClosed(schema) ? 'no other properties' : undefined,
  ].filter((words) => words !== undefined);
}

const isClosed = ({ additionalProperties, unevaluatedProperties }: SchemaObject) =>
  additionalProperties === false || unevaluatedProperties === false;

function numberWords({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: SchemaObject): string | undefined {
  const words: string[] = [];
  if (minimum !== undefined && maximum !== undefined) words.push(`${minimum} to ${maximum}`);
  else if (minimum !== undefined) words.push(`at least ${minimum}`);
  else if (maximum !== undefined) words.push(`at most ${maximum}`);
  if (exclusiveMinimum !== undefined) words.push(`more than ${exclusiveMinimum}`);
  if (exclusiveMaximum !== undefined) words.push(`less than ${exclusiveMaximum}`);
  return words.length === 0 ? undefined : words.join(', ');
}

/** `at least 1 item`, `2 to 4 items`; undefined where any number will do. */
export function countWords(
  least: number | undefined,
  most: number | undefined,
  one: string,
  many: string,
): string | undefined {
  const noun = (count: number) => (count === 1 ? one : many);
  if (least !== undefined && least === most) return `exactly ${least} ${noun(least)}`;
  if (least !== undefined && least > 0 && most !== undefined) return `${least} to ${most} ${many}`;
  if (least !== undefined && least > 0) return `at least ${least} ${noun(least)}`;
  return most === undefined ? undefined : `at most ${most} ${noun(most)}`;
}

/** JSON Schema 2020-12 validation §8: what a text holds. */
function contentWords({ contentMediaType: type, contentEncoding: encoding }: SchemaObject): string | undefined {
  if (type === undefined && encoding === undefined) return undefined;
  return type === undefined ? `encoded as ${encoding}` : `holds ${type}${encoding ? ` encoded as ${encoding}` : ''}`;
}
