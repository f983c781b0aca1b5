import type { Contract, Schema } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import { validatorFor } from '../../../contract/validate/index.ts';

/** A reader sees so much of a body at once. */
const MOST_LINES = 60;
const FIRST = 4;

/**
 * A made-up body of a request that is longer than one can look over, with what is required only; where nothing is, the first of its single
 * values: nobody sends all that an operation can take.
 */
export function shortSample(sample: unknown, contract: Contract, schema: Schema): unknown {
  if (typeof sample !== 'object' || sample === null || Array.isArray(sample)) return sample;
  if (JSON.stringify(sample, null, 2).split('\n').length <= MOST_LINES) return sample;
  const { required } = shapeOf(contract, schema);
  const members = Object.entries(sample);
  const needed = members.filter(([name]) => required.has(name));
  const single = members.filter(([, value]) => typeof value !== 'object').slice(0, FIRST);
  const short = Object.fromEntries(needed.length > 0 ? needed : single);
  // An alternative can ask for more than its schema does.
  return validatorFor(contract).validate(schema, short, 'request').length === 0 ? short : sample;
}
