import fc from 'fast-check';
import type { Contract, Schema } from '../../../contract/model.ts';
import { sampleSchema } from '../../../contract/sample.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import { validatorFor } from '../../../contract/validate/index.ts';

const deepest = 6;

/** Values that fit a schema as a request has them; what a draft gets wrong is thrown away. */
export function validRequests(contract: Contract, schema: Schema): fc.Arbitrary<unknown> {
  const validator = validatorFor(contract);
  return draft(contract, schema, 0).filter((value) => validator.validate(schema, value, 'request').length === 0);
}

function draft(contract: Contract, schema: Schema | undefined, depth: number): fc.Arbitrary<unknown> {
  const alternatives = alternativesOf(contract, schema);
  if (alternatives.length > 0) return fc.oneof(...alternatives.map((one) => draft(contract, one, depth + 1)));
  const shape = shapeOf(contract, schema);
  if (shape.values !== undefined) return fc.constantFrom(...shape.values);
  const sampled = fc.constant(schema === undefined ? null : sampleSchema(contract, schema, 'request'));
  if (depth > deepest) return sampled;
  if (shape.types.has('object')) return object(contract, schema, depth);
  if (shape.types.has('array')) return fc.array(draft(contract, shape.items, depth + 1), { maxLength: 3 });
  if (shape.types.has('boolean')) return fc.boolean();
  if (shape.types.has('integer')) return fc.oneof(sampled, fc.integer({ min: -5, max: 5000 }));
  if (shape.types.has('number')) return fc.oneof(sampled, fc.double({ min: -5, max: 5000, noNaN: true }));
  if (shape.types.has('string') && shape.format === undefined && shape.pattern === undefined) {
    return fc.oneof(
      sampled,
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom('', ' ', '\u0000', '\u{1f600}', '__proto__'),
    );
  }
  if (shape.format === 'date-time')
    return fc
      .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
      .map((date) => date.toISOString());
  return sampled;
}

function object(contract: Contract, schema: Schema | undefined, depth: number): fc.Arbitrary<unknown> {
  const shape = shapeOf(contract, schema);
  const members = [...shape.properties].filter(([, property]) => !shapeOf(contract, property).readOnly);
  const model = Object.fromEntries(members.map(([name, property]) => [name, draft(contract, property, depth + 1)]));
  const requiredKeys = members.map(([name]) => name).filter((name) => shape.required.has(name));
  return fc.record(model, { requiredKeys });
}

/** The alternatives of a schema, through its references. */
function alternativesOf(contract: Contract, schema: Schema | undefined): readonly Schema[] {
  if (typeof schema !== 'object') return [];
  if (schema.oneOf !== undefined || schema.anyOf !== undefined)
    return [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])];
  const target = schema.$ref === undefined ? undefined : contract.schemas[schema.$ref.split('/').at(-1) ?? ''];
  return target === undefined ? [] : alternativesOf(contract, target);
}
