import type { SchemaObject } from '../../../contract/model.ts';

/** What a value must keep to beyond its type, in words (JSON Schema 2020-12 validation §6). */
export function constraintWords(schema: SchemaObject): string[] {
  return [
    numberWords(schema),
    schema.multipleOf === undefined ? undefined : `a multiple of ${schema.multipleOf}`,
    countWords(schema.minLength, schema.maxLength, 'character', 'characters'),
    schema.pattern === undefined ? undefined : `matches ${schema.pattern}`,
    countWords(schema.minItems, schema.maxItems, 'item', 'items'),
    schema.uniqueItems ? 'no item twice' : undefined,
    countWords(schema.minProperties, schema.maxProperties, 'property', 'properties'),
    neededGroups(schema),
  ].filter((words) => words !== undefined);
}

function numberWords({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: SchemaObject): string | undefined {
  const words: string[] = [];
  if (minimum !== undefined && maximum !== undefined) words.push(`${minimum} to ${maximum}`);
  else if (minimum !== undefined) words.push(`at least ${minimum}`);
  else if (maximum !== undefined) words.push(`at most ${maximum}`);
  if (exclusiveMinimum !== undefined) words.push(`more than ${exclusiveMinimum}`);
  if (exclusiveMaximum !== undefined) words.push(`less than ${exclusiveMaximum}`);
  return words.length === 0 ? undefined : words.join(', ');
}

function countWords(
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

/** Alternatives that differ only in what they require say so in words: they have nothing else to show. */
export function isNeedOnly(alternatives: SchemaObject['anyOf']): boolean {
  return (
    alternatives !== undefined &&
    alternatives.length > 0 &&
    alternatives.every(
      (one) => typeof one === 'object' && one.required !== undefined && Object.keys(one).every((key) => NEED.has(key)),
    )
  );
}

const NEED = new Set(['required', 'type', 'title', 'description']);

function neededGroups({ anyOf, oneOf }: SchemaObject): string | undefined {
  const alternatives = [anyOf, oneOf].find(isNeedOnly);
  const groups = alternatives?.map((one) => (typeof one === 'object' ? (one.required ?? []) : []).join(' with '));
  return groups && `needs ${groups.join(', or ')}${alternatives === oneOf ? ', not several' : ''}`;
}
