import type { Schema, SchemaObject } from '../../../contract/model.ts';
import { listWords } from './need-words.ts';
import { code, valueWords } from './value-words.ts';

const DEEPEST = 3;

export interface ClauseContext {
  /** Whether it is asked ("`a` is there") or demanded ("`a` is needed"). */
  readonly mode: 'when' | 'then';
  /** What is there anyway. */
  readonly required: readonly string[];
}

/**
 * A schema of `if`, `then` or `else` as words, code between backticks: "`type` is `card` and `number` is there". Undefined where
 * it says more than words can.
 */
export function clauseWords(schema: Schema, context: ClauseContext, path = '', depth = 0): string | undefined {
  if (typeof schema === 'boolean' || depth > DEEPEST || Object.keys(schema).some((key) => !SAYABLE.has(key)))
    return undefined;
  const { properties = {}, required = [], not, allOf = [], anyOf, oneOf } = schema;
  const clauses = [
    ...Object.entries(properties).map(([name, value]) =>
      propertyWords(value, { name, path, isRequired: required.includes(name) }, context, depth),
    ),
    ...required.filter((name) => !Object.hasOwn(properties, name)).map((name) => presence(path + name, context)),
    ...(not === undefined ? [] : [notWords(not, context, path, depth)]),
    ...allOf.map((one) => clauseWords(one, context, path, depth + 1)),
    ...[anyOf, oneOf].flatMap((set) => (set ? [eitherWords(set, context, path, depth)] : [])),
  ];
  if (clauses.length === 0 || clauses.includes(undefined)) return undefined;
  return listWords(clauses as string[], 'and');
}

const SAYABLE = new Set(
  'type properties required not allOf anyOf oneOf title description $comment additionalProperties'.split(' '),
);

interface Property {
  readonly name: string;
  readonly path: string;
  readonly isRequired: boolean;
}

function propertyWords(
  value: Schema,
  { name, path, isRequired }: Property,
  context: ClauseContext,
  depth: number,
): string | undefined {
  const place = code(path + name);
  if (value === false) return context.mode === 'then' ? `${place} is not allowed` : `${place} is missing`;
  if (value === true || Object.keys(value).length === 0) return isRequired ? presence(path + name, context) : undefined;
  // What is described at length, or only typed, is a property to show.
  if (context.mode === 'then' && (value.description !== undefined || isTypeOnly(value))) return undefined;
  const words = valueWords(value);
  if (words === undefined)
    return value.properties || value.required ? clauseWords(value, context, `${path}${name}.`, depth + 1) : undefined;
  // A condition on a property that may be absent holds where it is absent (JSON Schema 2020-12 §10.3.2.1).
  const mayBeAbsent = !isRequired && !(depth === 0 && context.required.includes(name));
  if (context.mode === 'when') return `${place} ${words}${mayBeAbsent ? ' or is missing' : ''}`;
  return isRequired ? `${place} is needed and ${words}` : `${place} ${words}`;
}

const isTypeOnly = (schema: SchemaObject) => Object.keys(schema).every((key) => key === 'type' || key === 'title');

function notWords(not: Schema, context: ClauseContext, path: string, depth: number): string | undefined {
  if (typeof not === 'boolean') return undefined;
  const { required, ...rest } = not;
  if (required?.length === 1 && Object.keys(rest).length === 0) {
    const place = code(path + required.join());
    return context.mode === 'then' ? `${place} is not allowed` : `${place} is missing`;
  }
  const words = clauseWords(not, { ...context, mode: 'when' }, path, depth + 1);
  return words && `not (${words})`;
}

function eitherWords(set: readonly Schema[], context: ClauseContext, path: string, depth: number): string | undefined {
  const each = set.map((one) => clauseWords(one, context, path, depth + 1));
  if (each.includes(undefined)) return undefined;
  return listWords(
    (each as string[]).map((words) => (words.includes(' and ') ? `(${words})` : words)),
    'or',
  );
}

function presence(path: string, { mode }: ClauseContext): string {
  return `${code(path)} is ${mode === 'when' ? 'there' : 'needed'}`;
}
