import type { SchemaObject } from '../../../contract/model.ts';
import type { SchemaView } from '../../../contract/reference-page.ts';

/** A page's share of a long list of values; the rest is fetched when it is opened. */
const MOST_VALUES = 100;
const MOST_CHARACTERS = 4_000;

type Values = Pick<SchemaView, 'enum' | 'enumCount' | 'enumTexts'>;

/** `enum` and what is said about each value; all of them where the file is the schema's own. */
export function enumView(schema: SchemaObject, isWhole: boolean): Values {
  if (!schema.enum) return {};
  const texts = schema.enum.map(valueText);
  const values = isWhole ? texts : texts.slice(0, shareOf(texts));
  const said = saidOfValues(schema)?.slice(0, values.length);
  return {
    enum: values,
    ...(values.length < texts.length && { enumCount: texts.length }),
    ...(said?.some((text) => text !== '') && { enumTexts: said }),
  };
}

function shareOf(texts: readonly string[]): number {
  let characters = 0;
  let count = 0;
  for (; count < Math.min(texts.length, MOST_VALUES); count++) {
    characters += texts[count]?.length ?? 0;
    if (characters > MOST_CHARACTERS) break;
  }
  return count;
}

/** Extensions of several generators: a list by position, or a map by value. */
function saidOfValues(schema: SchemaObject): string[] | undefined {
  const names = said(schema, schema['x-enumNames'] ?? schema['x-enum-varnames']);
  const texts = said(schema, schema['x-enumDescriptions'] ?? schema['x-enum-descriptions']);
  if (!names || !texts) return texts ?? names;
  return texts.map((text, index) => [names[index], text].filter(Boolean).join(': '));
}

function said({ enum: values = [] }: SchemaObject, list: unknown): string[] | undefined {
  if (typeof list !== 'object' || list === null) return undefined;
  const at = (key: string) => (Object.hasOwn(list, key) ? (list as Record<string, unknown>)[key] : undefined);
  return values.map((value, index) => {
    const text = Array.isArray(list) ? at(String(index)) : at(String(value));
    return typeof text === 'string' ? text : '';
  });
}

const CONSTANT = new Set(['const', 'title', 'description', 'type']);

/** Alternatives that are a constant each, with words (the way of 3.1 to describe values), are a list of values. */
export function foldConstants<Flat extends SchemaObject>(schema: Flat): Flat {
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (!alternatives || alternatives.length < 2 || schema.enum || (schema.oneOf && schema.anyOf)) return schema;
  const constants = alternatives.filter(
    (one) =>
      typeof one === 'object' && one.const !== undefined && Object.keys(one).every((keyword) => CONSTANT.has(keyword)),
  ) as SchemaObject[];
  if (constants.length < alternatives.length) return schema;
  const { oneOf: _, anyOf: __, ...rest } = schema;
  return {
    ...(rest as Flat),
    enum: constants.map((one) => one.const),
    'x-enumDescriptions': constants.map(({ title, description }) => [title, description].filter(Boolean).join(': ')),
  };
}

export function valueText(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}
