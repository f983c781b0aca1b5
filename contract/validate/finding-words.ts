import type { ErrorObject } from 'ajv';
import { isObject, member } from '../read/json-value.ts';
import { suggest } from '../read/portal/suggest.ts';

/** What an error says, and what was expected, in plain words. `extra` is the key below the error's own place. */
export interface Words {
  readonly message: string;
  readonly expected?: string;
  readonly extra?: string;
}

type Describe = (parameters: Readonly<Record<string, unknown>>, error: ErrorObject) => Words;

const count = (amount: unknown, one: string, many: string) => `${String(amount)} ${amount === 1 ? one : many}`;

function limit(words: string): Describe {
  return ({ limit: value }) => ({
    message: `must be ${words} ${String(value)}`,
    expected: `${words} ${String(value)}`,
  });
}

function size(words: string, one: string, many: string): Describe {
  return ({ limit: value }) => ({
    message: `must have ${words} ${count(value, one, many)}`,
    expected: `${words} ${count(value, one, many)}`,
  });
}

const articles: Readonly<Record<string, string>> = {
  integer: 'an integer',
  array: 'an array',
  object: 'an object',
  null: 'null',
};

/** One of each, where the format's name alone does not tell. */
const formatExamples: Readonly<Record<string, string>> = {
  'date-time': '2026-03-02T09:30:00Z',
  date: '2026-03-02',
  time: '09:30:00Z',
  duration: 'P1DT12H',
  email: 'ada@example.com',
  uri: 'https://example.com/path',
  uuid: '3f0c5d1e-8a44-4f6b-9a53-0d2f4d1c7b11',
  ipv4: '192.0.2.1',
  byte: 'aGVsbG8=',
};

const unknownProperty = (name: unknown, error: ErrorObject): Words => {
  const known = Object.keys(
    isObject(member(error.parentSchema, 'properties')) ? (error.parentSchema?.properties as object) : {},
  );
  const near = suggest(String(name), known);
  return { message: `is not a known property${near ? `; did you mean "${near}"?` : ''}`, extra: String(name) };
};

const describers: Readonly<Record<string, Describe>> = {
  type: ({ type }) => {
    const types = (Array.isArray(type) ? type : [type]).map(String);
    const words = types.map((name) => articles[name] ?? `a ${name}`).join(' or ');
    return { message: `must be ${words}`, expected: types.join(' or ') };
  },
  enum: ({ allowedValues }) => {
    const values = listValues(Array.isArray(allowedValues) ? allowedValues : []);
    return { message: `must be one of ${values}`, expected: `one of ${values}` };
  },
  const: ({ allowedValue }) => ({
    message: `must be ${JSON.stringify(allowedValue)}`,
    expected: JSON.stringify(allowedValue),
  }),
  required: ({ missingProperty }) => ({ message: 'is required', extra: String(missingProperty) }),
  dependentRequired: ({ missingProperty, property }) => ({
    message: `is required because "${String(property)}" is there`,
    extra: String(missingProperty),
  }),
  additionalProperties: ({ additionalProperty }, error) => unknownProperty(additionalProperty, error),
  unevaluatedProperties: ({ unevaluatedProperty }, error) => unknownProperty(unevaluatedProperty, error),
  propertyNames: ({ propertyName }) => ({
    message: 'is not a name that a property may have here',
    extra: String(propertyName),
  }),
  format: ({ format }) => {
    const example = formatExamples[String(format)];
    return {
      message: `must match format ${String(format)}${example ? `, as in ${example}` : ''}`,
      expected: String(format),
    };
  },
  pattern: ({ pattern }) => ({ message: `must match the pattern ${String(pattern)}`, expected: String(pattern) }),
  minimum: limit('at least'),
  maximum: limit('at most'),
  exclusiveMinimum: limit('more than'),
  exclusiveMaximum: limit('less than'),
  multipleOf: ({ multipleOf }) => ({
    message: `must be a multiple of ${String(multipleOf)}`,
    expected: `a multiple of ${String(multipleOf)}`,
  }),
  minLength: size('at least', 'character', 'characters'),
  maxLength: size('at most', 'character', 'characters'),
  minItems: size('at least', 'item', 'items'),
  maxItems: size('at most', 'item', 'items'),
  items: size('at most', 'item', 'items'),
  unevaluatedItems: size('at most', 'item', 'items'),
  minProperties: size('at least', 'property', 'properties'),
  maxProperties: size('at most', 'property', 'properties'),
  uniqueItems: ({ i, j }) => ({ message: `must not repeat an item: ${String(j)} and ${String(i)} are equal` }),
  contains: ({ minContains }) => ({
    message: `must contain at least ${count(minContains, 'item', 'items')} of the right kind`,
  }),
  not: () => ({ message: 'has a form that is excluded here' }),
  'false schema': () => ({ message: 'is not allowed here' }),
};

export function describeError(error: ErrorObject): Words {
  const describe = describers[error.keyword];
  return describe ? describe(error.params, error) : { message: error.message ?? `fails "${error.keyword}"` };
}

function listValues(values: readonly unknown[]): string {
  const shown = values.slice(0, 12).map((value) => JSON.stringify(value));
  return shown.join(', ') + (values.length > shown.length ? ` and ${values.length - shown.length} more` : '');
}
