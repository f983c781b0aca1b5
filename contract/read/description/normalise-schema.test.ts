import { describe, expect, test } from 'vitest';
import { normaliseSchema } from './normalise-schema.ts';

const ref = { $ref: '#/components/schemas/A' };

describe('schemas of 3.0 become 2020-12', () => {
  const cases: [string, object, object][] = [
    ['nullable type', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
    ['nullable enum', { type: 'string', nullable: true, enum: ['a'] }, { type: ['string', 'null'], enum: ['a', null] }],
    [
      'nullable reference',
      { ...ref, nullable: true, description: 'd' },
      { description: 'd', anyOf: [ref, { type: 'null' }] },
    ],
    [
      'nullable allOf',
      { allOf: [ref], nullable: true, title: 't' },
      { title: 't', anyOf: [{ allOf: [ref] }, { type: 'null' }] },
    ],
    ['nullable anyOf', { anyOf: [ref], nullable: true }, { anyOf: [ref, { type: 'null' }] }],
    [
      'nullable oneOf, with its discriminator',
      { oneOf: [ref], discriminator: { propertyName: 'p' }, nullable: true },
      { anyOf: [{ oneOf: [ref], discriminator: { propertyName: 'p' } }, { type: 'null' }] },
    ],
    [
      'nullable type with allOf',
      { type: 'object', allOf: [ref], nullable: true },
      { type: ['object', 'null'], anyOf: [{ allOf: [ref] }, { type: 'null' }] },
    ],
    ['nullable anything', { nullable: true }, {}],
    ['not nullable', { type: 'string', nullable: false }, { type: 'string' }],
    [
      'exclusive limits',
      { minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: true },
      { exclusiveMinimum: 1, exclusiveMaximum: 9 },
    ],
    ['inclusive limits', { minimum: 1, exclusiveMinimum: false }, { minimum: 1 }],
    ['an exclusive flag without a limit', { exclusiveMinimum: true }, {}],
    ['example', { type: 'string', example: 'a' }, { type: 'string', examples: ['a'] }],
    ['an example of null', { example: null }, { examples: [null] }],
  ];
  test.each(cases)('%s', (_, given, want) => {
    const { schema, findings } = normaliseSchema(structuredClone(given), '3.0');
    expect(schema).toEqual(want);
    expect(findings).toEqual([]);
  });
});

describe('older drafts in any version', () => {
  test.each([
    ['a tuple', { items: [{}, {}], additionalItems: false }, { prefixItems: [{}, {}], items: false }],
    ['example before examples', { example: 1, examples: [2] }, { examples: [1, 2] }],
    ['examples as elsewhere in OpenAPI', { examples: { a: { value: 1 }, b: 2 } }, { examples: [1, 2] }],
    ['required on a property', { type: 'string', required: true }, { type: 'string' }],
    ['siblings of a reference', { ...ref, description: 'd' }, { ...ref, description: 'd' }],
    ['limits of 2020-12', { exclusiveMinimum: 1 }, { exclusiveMinimum: 1 }],
  ])('%s', (_, given, want) => {
    expect(normaliseSchema(structuredClone(given), '3.1')).toMatchObject({ schema: want, findings: [] });
  });
  test('nullable has no meaning in 3.1', () => {
    expect(normaliseSchema({ type: 'string', nullable: true }, '3.1').schema).toEqual({
      type: 'string',
      nullable: true,
    });
  });
});

describe('a keyword that cannot mean anything is left out and told', () => {
  test.each([
    ['type', 'text'],
    ['type', []],
    ['properties', []],
    ['required', 'a'],
    ['enum', 'a'],
    ['enum', []],
    ['allOf', {}],
    ['items', 'string'],
    ['minLength', -1],
    ['minimum', '1'],
    ['pattern', 1],
    ['format', {}],
    ['readOnly', 'yes'],
    ['multipleOf', 0],
    ['discriminator', 'kind'],
    ['examples', 'a'],
    ['$ref', {}],
    ['title', null],
    ['additionalProperties', null],
  ])('%s: %j', (keyword, value) => {
    const { schema, findings } = normaliseSchema({ [keyword]: value }, '3.1');
    expect(schema).toEqual({});
    expect(findings).toEqual([expect.stringContaining(`"${keyword}" must be`)]);
  });
  test.each([null, 'string', 1, []])('%j is not a schema', (value) => {
    expect(normaliseSchema(value, '3.1')).toMatchObject({
      schema: true,
      findings: [expect.stringContaining('"any value"')],
    });
  });
});
