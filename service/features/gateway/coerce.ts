import type { Contract, Schema } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';

const integer = /^-?(?:0|[1-9]\d*)$/;
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * Parameters and form fields travel as text: gives the value that the schema means, where the text is one. Text that is
 * none stays text, and the validation says what was expected.
 */
export function coerce(contract: Contract, schema: Schema | undefined, text: string): unknown {
  const { types, values } = shapeOf(contract, schema);
  const means = (type: 'null' | 'boolean' | 'integer' | 'number' | 'string') => types.has(type);
  if (types.size === 0) return fromValues(values, text);
  if (means('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  if (means('number') && number.test(text)) return finite(text);
  if (means('integer') && integer.test(text)) return finite(text);
  // `1.5` for an integer becomes a number, so that the message is "must be integer", not "must be a string".
  if (means('integer') && !means('string') && number.test(text)) return finite(text);
  if (means('null') && (text === 'null' || (text === '' && !means('string')))) return null;
  return text;
}

/** What no double can hold, `1e999`, stays text. */
function finite(text: string): unknown {
  const value = Number(text);
  return Number.isFinite(value) ? value : text;
}

/** Without a type, an `enum` or `const` tells what is meant. */
function fromValues(values: readonly unknown[] | undefined, text: string): unknown {
  const meant = values?.find((value) => JSON.stringify(value) === text || value === text);
  return meant ?? text;
}
