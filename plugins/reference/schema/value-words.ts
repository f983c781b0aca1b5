import type { SchemaObject } from '../../../contract/model.ts';
import { constraintWords } from './constraint-words.ts';
import { listWords } from './need-words.ts';
import { valueText } from './value-views.ts';

/** More values than these are better shown as a list. */
const MOST_VALUES = 8;

/** What a value is, code between backticks: "is `x`", "is at least 1"; undefined where it is more than that. */
export function valueWords(schema: SchemaObject): string | undefined {
  if (schema.const !== undefined) return `is ${valueCode(schema.const)}`;
  if (schema.enum) {
    return schema.enum.length <= MOST_VALUES ? `is ${listWords(schema.enum.map(valueCode), 'or')}` : undefined;
  }
  const { not, type, description: _, title: __, ...rest } = schema;
  if (not !== undefined) {
    const negated = typeof not === 'object' && Object.keys(rest).length === 0 ? valueWords(not) : undefined;
    return negated?.startsWith('is ') ? `is not ${negated.slice(3)}` : undefined;
  }
  if (Object.keys(rest).some((key) => !BOUND.has(key))) return undefined;
  const words = [
    ...(type === undefined ? [] : [`is ${[type].flat().map(typeWord).join(' or ')}`]),
    ...constraintWords(rest).map((one) => (one.startsWith('matches ') ? `matches ${code(one.slice(8))}` : `is ${one}`)),
  ];
  return words.length === 0 ? undefined : words.join(' and ');
}

const BOUND = new Set(
  'minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern minItems maxItems'.split(
    ' ',
  ),
);

const typeWord = (type: string) => (type === 'null' ? 'null' : /^[aio]/.test(type) ? `an ${type}` : `a ${type}`);

function valueCode(value: unknown): string {
  return code(typeof value === 'string' && value !== '' ? value : valueText(value));
}

/** A backtick in a name would end the code early. */
export const code = (text: string) => `\`${text.replaceAll('`', "'")}\``;
