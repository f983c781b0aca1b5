import type { ParameterView } from '../../../../contract/reference-page';
import { brokenConstraint } from './check-constraints';
import type { ParameterValue } from './expand-parameter';
import { fieldKind } from './field-kind';

export type FieldReading =
  { readonly kind: 'empty' } | { readonly kind: 'value'; readonly value: ParameterValue; readonly doubt?: string };

/**
 * Reads what stands in a parameter's field. An empty field means that the parameter is left out. A text that is not what
 * the contract asks for is still a value, with a doubt: the reader may want to see how the API answers it.
 */
export function readField(parameter: ParameterView, text: string): FieldReading {
  if (text === '') return { kind: 'empty' };
  const field = fieldKind(parameter);
  switch (field.kind) {
    case 'number':
      return isNumber(text, parameter.schema.type)
        ? kept(parameter, text, true)
        : valueOf(text, false, `This is not ${a(parameter.schema.type)}.`);
    case 'boolean':
      return valueOf(text, text === 'true' || text === 'false', 'This is neither true nor false.');
    case 'choice':
      return valueOf(text, field.choices.includes(text), `The contract allows ${field.choices.join(', ')}.`);
    case 'json':
      return readJson(text, field.holds);
    case 'text':
      return kept(parameter, text, false);
  }
}

/** The value, with a doubt in the contract's own words where it does not keep to them. */
function kept({ schema, mediaType }: ParameterView, text: string, isNumber: boolean): FieldReading {
  const words = mediaType ? undefined : brokenConstraint(schema.constraints ?? [], text, isNumber);
  if (words !== undefined) return { kind: 'value', value: text, doubt: `The contract asks for: ${words}.` };
  const date = Object.hasOwn(dates, schema.format ?? '') ? dates[schema.format ?? ''] : undefined;
  return valueOf(text, !date || date.test(text), `The contract asks for a ${schema.format} (RFC 3339).`);
}

/** RFC 3339 §5.6; whether the day is in the calendar is left to the API. */
const dates: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/,
};

function readJson(text: string, holds: 'array' | 'object' | 'any'): FieldReading {
  const parsed = parse(text);
  if (parsed === undefined) return { kind: 'value', value: text, doubt: `This is not JSON${sample[holds]}.` };
  const isAsDeclared = holds === 'any' || (holds === 'array') === Array.isArray(parsed);
  return valueOf(
    parsed,
    isAsDeclared && (holds === 'any' || typeof parsed === 'object'),
    `The contract asks for ${a(holds)}.`,
  );
}

const sample = {
  array: ': a list is written ["one", "two"]',
  object: ': an object is written {"name": "value"}',
  any: '',
};

function valueOf(value: ParameterValue, isExpected: boolean, doubt: string): FieldReading {
  return isExpected ? { kind: 'value', value } : { kind: 'value', value, doubt };
}

function isNumber(text: string, type: string): boolean {
  return type.startsWith('integer') ? /^-?\d+$/.test(text) : /^-?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text);
}

function a(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function parse(text: string): ParameterValue | undefined {
  try {
    return JSON.parse(text) as ParameterValue;
  } catch {
    return undefined;
  }
}
