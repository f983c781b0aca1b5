import { describe, expect, test } from 'vitest';
import type { Contract, Schema } from '../model.ts';
import { contractOf } from '../read/read-contract.ts';
import { parseSource } from '../read/source/index.ts';
import { createContractValidator } from './index.ts';

function contractWith(schemas: Record<string, unknown>, openapi = '3.1.0'): Contract {
  const text = JSON.stringify({ openapi, info: { title: 'T', version: '1' }, paths: {}, components: { schemas } });
  return contractOf({ api: 'a', version: 'v1', file: 'a.json' }, parseSource('a.json', text));
}

const zoo = contractWith({
  Pet: {
    oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
    discriminator: { propertyName: 'kind', mapping: { hound: '#/components/schemas/Dog' } },
  },
  Cat: {
    type: 'object',
    required: ['kind', 'lives'],
    properties: { kind: { const: 'Cat' }, lives: { type: 'integer' } },
  },
  Dog: {
    type: 'object',
    required: ['kind', 'name'],
    properties: { kind: { enum: ['hound'] }, name: { type: 'string', minLength: 2 } },
    additionalProperties: false,
  },
  Tree: {
    type: 'object',
    properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } }, size: { type: 'number' } },
  },
  Account: {
    allOf: [
      {
        type: 'object',
        properties: { id: { type: 'string', readOnly: true }, secret: { $ref: '#/components/schemas/Secret' } },
      },
      { required: ['id', 'secret'] },
    ],
  },
  Secret: { type: 'string', writeOnly: true },
  Endless: { anyOf: [{ $ref: '#/components/schemas/Endless' }] },
});

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

describe('findings', () => {
  const cases: [string, { schema: Schema; value: unknown; want: [string, string][] }][] = [
    ['a fitting value has none', { schema: ref('Pet'), value: { kind: 'Cat', lives: 9 }, want: [] }],
    [
      'a missing property is named itself',
      { schema: ref('Cat'), value: { kind: 'Cat' }, want: [['/lives', 'is required']] },
    ],
    [
      'the discriminator chooses the alternative',
      { schema: ref('Pet'), value: { kind: 'hound', name: 'x' }, want: [['/name', 'must have at least 2 characters']] },
    ],
    [
      'the name of a schema is its discriminator value',
      { schema: ref('Pet'), value: { kind: 'Cat' }, want: [['/lives', 'is required']] },
    ],
    [
      'a missing discriminator is asked for',
      { schema: ref('Pet'), value: {}, want: [['/kind', 'is required: it tells which alternative this is']] },
    ],
    [
      'an unknown property, with the one that was meant',
      {
        schema: ref('Dog'),
        value: { kind: 'hound', name: 'Rex', nam: 1 },
        want: [['/nam', 'is not a known property; did you mean "name"?']],
      },
    ],
    [
      'recursion, with the whole pointer',
      {
        schema: ref('Tree'),
        value: { children: [{}, { children: [{ size: 'big' }] }] },
        want: [['/children/1/children/0/size', 'must be a number']],
      },
    ],
    [
      'all errors at once',
      {
        schema: { type: 'object', required: ['a', 'b'], properties: { c: { enum: ['x', 'y'] } } },
        value: { c: 1 },
        want: [
          ['/a', 'is required'],
          ['/b', 'is required'],
          ['/c', 'must be one of "x", "y"'],
        ],
      },
    ],
    [
      'errors before and after alternatives are kept',
      {
        schema: {
          type: 'object',
          properties: {
            a: { type: 'string' },
            b: { anyOf: [{ type: 'string' }, { type: 'integer' }] },
            c: { type: 'string' },
          },
        },
        value: { a: 1, b: [], c: 2 },
        want: [
          ['/a', 'must be a string'],
          ['/b', 'must be of type string or integer'],
          ['/c', 'must be a string'],
        ],
      },
    ],
    [
      'the nearest alternative without a discriminator',
      {
        schema: {
          oneOf: [{ type: 'string' }, { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } }],
        },
        value: { id: 'x' },
        want: [['/id', 'must be an integer']],
      },
    ],
    [
      'more than one alternative',
      {
        schema: { oneOf: [{ type: 'number' }, { minimum: 1 }, { type: 'string' }] },
        value: 2,
        want: [['', 'fits more than one of the alternatives, and must fit exactly one']],
      },
    ],
    [
      'formats, with an example',
      {
        schema: { type: 'string', format: 'date' },
        value: '2.3.2026',
        want: [['', 'must match format date, as in 2026-03-02']],
      },
    ],
    [
      'unknown formats and keywords are tolerated',
      { schema: { type: 'string', format: 'iban', 'x-odd': 1 }, value: 'x', want: [] },
    ],
    [
      'a pointer escapes its keys',
      {
        schema: { properties: { 'a/b~c': { type: 'string' } } },
        value: { 'a/b~c': 1 },
        want: [['/a~1b~0c', 'must be a string']],
      },
    ],
    [
      'a property called __proto__',
      {
        schema: { type: 'object', additionalProperties: false },
        value: JSON.parse('{"__proto__":1}'),
        want: [['/__proto__', 'is not a known property']],
      },
    ],
    ['the schema false', { schema: false, value: 1, want: [['', 'is not allowed here']] }],
    ['the schema true', { schema: true, value: 1, want: [] }],
  ];
  test.each(cases)('%s', (_, { schema, value, want }) => {
    const found = createContractValidator(zoo).validate(schema, value, 'request');
    expect(found.map(({ pointer, message }) => [pointer, message])).toEqual(want);
  });
});

describe('direction', () => {
  const validator = createContractValidator(zoo);
  test('a request need not have what is read-only', () => {
    expect(validator.validate(ref('Account'), { secret: 's' }, 'request')).toEqual([]);
    expect(validator.validate(ref('Account'), { id: '1' }, 'request')).toMatchObject([{ pointer: '/secret' }]);
  });
  test('a response need not have what is write-only', () => {
    expect(validator.validate(ref('Account'), { id: '1' }, 'response')).toEqual([]);
    expect(validator.validate(ref('Account'), { secret: 's' }, 'response')).toMatchObject([{ pointer: '/id' }]);
  });
});

describe('hostile contracts and values', () => {
  test('a pattern that takes exponential time is cut off, reported, and counts as a match', () => {
    const validator = createContractValidator(zoo);
    const started = performance.now();
    expect(
      validator.validate({ items: { pattern: '^(a+)+$' } }, Array(500).fill('a'.repeat(50) + '!'), 'request'),
    ).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5000);
    expect([...validator.warnings].join()).toContain('takes too long');
  });
  test('a repeated group still decides', () => {
    const schema = { pattern: '^[a-z]+(-[a-z]+)*$' };
    expect(createContractValidator(zoo).validate(schema, 'a-b', 'request')).toEqual([]);
    expect(createContractValidator(zoo).validate(schema, 'A', 'request')).toHaveLength(1);
  });
  test('a pattern that is none is reported once and passes', () => {
    const validator = createContractValidator(zoo);
    expect(validator.validate({ type: 'string', pattern: '(' }, 'x', 'request')).toEqual([]);
    expect(validator.warnings.size).toBe(1);
  });
  test('two patterns in one schema are kept apart', () => {
    const schema: Schema = { properties: { a: { pattern: '^a$' }, b: { pattern: '^b$' } } };
    expect(createContractValidator(zoo).validate(schema, { a: 'a', b: 'a' }, 'request')).toMatchObject([
      { pointer: '/b' },
    ]);
  });
  test('a schema that contains itself without a way out passes with a warning', () => {
    const validator = createContractValidator(zoo);
    expect(validator.validate(ref('Endless'), 1, 'request')).toEqual([]);
    expect(validator.warnings.size).toBe(1);
  });
  test('a value nested without end is refused', () => {
    let deep: unknown = {};
    for (let i = 0; i < 100_000; i++) deep = { children: [deep] };
    expect(createContractValidator(zoo).validate(ref('Tree'), deep, 'request')).toMatchObject([{ pointer: '' }]);
  });
  test('a large wrong body gets one finding', () => {
    const schema: Schema = { type: 'array', items: { type: 'string' } };
    expect(createContractValidator(zoo).validate(schema, Array(100_000).fill(1), 'request')).toHaveLength(1);
  });
});

test('an `else` without a `then` is checked, and so is what stands beside it', () => {
  const list = { patternProperties: { '^x-': { type: 'array' } } } as const;
  const schema: Schema = {
    ...list,
    if: { type: 'object', properties: {} },
    else: { properties: { a: { type: 'string' } } },
  };
  const validator = createContractValidator(contractWith({}));
  expect(validator.validate(schema, { 'x-y': {} }, 'response')).toMatchObject([{ pointer: '/x-y' }]);
  expect([...validator.warnings]).toEqual([]);
});

test('what no part of a schema evaluates is found, in the schema itself and in one that it refers to', () => {
  const closed: Schema = { allOf: [{ properties: { a: {} } }], unevaluatedProperties: false };
  const within = createContractValidator(contractWith({ Closed: closed }));
  expect(within.validate({ $ref: '#/components/schemas/Closed' }, { a: 1, b: 2 }, 'response')).toHaveLength(1);
  const alone = createContractValidator(contractWith({}));
  expect(alone.validate({}, { b: 2 }, 'response')).toEqual([]);
  expect(alone.validate(closed, { a: 1, b: 2 }, 'response')).toHaveLength(1);
});
