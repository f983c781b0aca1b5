import { globSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Contract, MediaType, Schema } from './model.ts';
import { readContract } from './read/index.ts';
import { contractOf } from './read/read-contract.ts';
import { parseSource } from './read/source/index.ts';
import { sampleSchema } from './sample.ts';
import { type Direction, validatorFor } from './validate/index.ts';

function contractWith(schemas: Record<string, unknown>): Contract {
  const text = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: {},
    components: { schemas },
  });
  return contractOf({ api: 'a', version: 'v1', file: 'a.json' }, parseSource('a.json', text));
}

const none = contractWith({});

describe('where values come from', () => {
  const cases: [string, { schema: Schema; want: unknown }][] = [
    ['an example before a default', { schema: { type: 'string', examples: ['e'], default: 'd' }, want: 'e' }],
    ['a default before an enum', { schema: { type: 'string', default: 'd', enum: ['c', 'd'] }, want: 'd' }],
    ['an enum before anything made up', { schema: { type: 'string', enum: ['c', 'd'] }, want: 'c' }],
    ['a constant', { schema: { const: 7 }, want: 7 }],
    [
      'an example that does not fit is passed over',
      { schema: { type: 'string', minLength: 3, examples: ['e', 'long'] }, want: 'long' },
    ],
    [
      'an example deep inside',
      {
        schema: { properties: { a: { properties: { b: { type: 'string', examples: ['e'] } } } } },
        want: { a: { b: 'e' } },
      },
    ],
    [
      "a property from its object's example, in one of several parts",
      {
        schema: {
          allOf: [
            { properties: { a: { type: 'string' } }, examples: [{ a: 'e' }] },
            { properties: { b: { const: 1 } } },
          ],
        },
        want: { a: 'e', b: 1 },
      },
    ],
    [
      'an impossible optional property is left out',
      { schema: { properties: { a: { const: 1 }, b: { type: 'string', const: 1 } } }, want: { a: 1 } },
    ],
    ['required properties without a schema', { schema: { type: 'object', required: ['a'] }, want: { a: null } }],
    ['null only where nothing else may be', { schema: { type: ['null', 'boolean'] }, want: true }],
  ];
  test.each(cases)('%s', (_, { schema, want }) => {
    expect(sampleSchema(none, schema, 'request')).toEqual(want);
  });
});

describe('values that fit', () => {
  const schemas: Record<string, Schema> = {
    'limits of numbers': { type: 'integer', exclusiveMinimum: 10, maximum: 12, multipleOf: 3 },
    'numbers between two': { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 0.1 },
    'negative numbers': { type: 'number', maximum: -3, multipleOf: 0.5 },
    'lengths of texts': { type: 'string', minLength: 30, maxLength: 31 },
    'short texts': { type: 'string', maxLength: 2 },
    'a pattern': { type: 'string', pattern: '^[A-Z]{3}-\\d{2,4}(?:\\.v\\d+)?$' },
    'a pattern with a length': { type: 'string', pattern: '^k_[a-z]+$', minLength: 40 },
    'a pattern with alternatives': { type: 'string', pattern: '^(ssh-rsa|ssh-dss) [A-Za-z0-9+/]{4,}={0,2}$' },
    'a pattern that refers back': { type: 'string', pattern: '^(a|b)\\1$' },
    'different items': { type: 'array', items: { enum: ['a', 'b', 'c'] }, minItems: 3, uniqueItems: true },
    'different numbers': { type: 'array', items: { type: 'integer' }, minItems: 4, uniqueItems: true },
    'a tuple': { type: 'array', prefixItems: [{ type: 'string' }, { type: 'boolean' }], items: false },
    'what a list must contain': { type: 'array', contains: { const: 'x' } },
    'a map': { type: 'object', additionalProperties: { type: 'integer' }, minProperties: 2 },
    'a map with named keys': {
      type: 'object',
      patternProperties: { '^x-[a-z]+$': { type: 'string' } },
      additionalProperties: false,
      minProperties: 1,
    },
    'at most some properties': {
      type: 'object',
      properties: { a: {}, b: {}, c: {} },
      required: ['c'],
      maxProperties: 2,
    },
    'alternatives told apart by what is absent': {
      oneOf: [
        { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
        { type: 'object', properties: { id: { type: 'string' }, name: { type: 'string' } }, required: ['name'] },
      ],
    },
    'the second alternative, where the first cannot be': { oneOf: [{ type: 'string', const: 1 }, { type: 'integer' }] },
    'a condition': {
      properties: { kind: { enum: ['a', 'b'] } },
      required: ['kind'],
      if: { properties: { kind: { const: 'a' } } },
      then: { required: ['size'] },
    },
    'nested alternatives': {
      anyOf: [{ oneOf: [{ type: 'object', required: ['x'], properties: { x: { type: 'string', format: 'uuid' } } }] }],
    },
    formats: {
      properties: Object.fromEntries(
        [
          'date',
          'date-time',
          'time',
          'duration',
          'email',
          'uri',
          'uuid',
          'ipv4',
          'ipv6',
          'byte',
          'hostname',
          'regex',
          'url',
        ].map((format) => [format, { type: 'string', format }]),
      ),
    },
    'a format that is an inherited name': { type: 'string', format: 'constructor' },
  };
  test.each(Object.entries(schemas))('%s', (_, schema) => {
    expect(validatorFor(none).validate(schema, sampleSchema(none, schema, 'request'), 'request')).toEqual([]);
  });
});

describe('directions', () => {
  const account: Schema = {
    type: 'object',
    required: ['id', 'secret'],
    properties: { id: { type: 'string', readOnly: true }, secret: { type: 'string', writeOnly: true } },
    examples: [{ id: '1', secret: 's' }],
  };
  test('a request has nothing read-only, a response nothing write-only, not even from an example', () => {
    expect(sampleSchema(none, account, 'request')).toEqual({ secret: 's' });
    expect(sampleSchema(none, account, 'response')).toEqual({ id: '1' });
  });
});

describe('recursion and size', () => {
  const zoo = contractWith({
    Node: {
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string' },
        next: { $ref: '#/components/schemas/Node' },
        list: { type: 'array', items: { $ref: '#/components/schemas/Node' } },
      },
    },
    Cat: {
      type: 'object',
      required: ['kind', 'lives'],
      properties: { kind: { type: 'string' }, lives: { type: 'integer' } },
    },
    Pet: {
      oneOf: [{ $ref: '#/components/schemas/Cat' }],
      discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat' } },
    },
    Endless: { type: 'object', required: ['again'], properties: { again: { $ref: '#/components/schemas/Endless' } } },
    ...Object.fromEntries(
      Array.from({ length: 12 }, (_, level) => [
        `Wide${level}`,
        level === 11
          ? { type: 'string' }
          : {
              type: 'object',
              required: [...'abcdefghij'],
              properties: Object.fromEntries(
                [...'abcdefghij'].map((name) => [name, { $ref: `#/components/schemas/Wide${level + 1}` }]),
              ),
            },
      ]),
    ),
  });
  const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

  test('a recursive schema ends at its first repetition', () => {
    expect(sampleSchema(zoo, ref('Node'), 'response')).toEqual({ name: 'string', list: [] });
  });
  test('a discriminator has the value of its alternative', () => {
    expect(sampleSchema(zoo, ref('Pet'), 'response')).toEqual({ kind: 'cat', lives: 1 });
  });
  test('what can never end, and what would fill the memory, is cut off', () => {
    const started = performance.now();
    expect(sampleSchema(zoo, ref('Endless'), 'response')).toHaveProperty('again');
    expect(JSON.stringify(sampleSchema(zoo, ref('Wide0'), 'response')).length).toBeLessThan(2_000_000);
    expect(String(sampleSchema(none, { type: 'string', minLength: 1e12 }, 'request')).length).toBeLessThan(10_000);
    expect(sampleSchema(none, { type: 'array', items: { type: 'string' }, minItems: 1e9 }, 'request')).toHaveLength(50);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

const descriptions = [
  'node_modules/@readme/oas-examples/3.1/json/train-travel.json',
  'node_modules/@readme/oas-examples/3.0/json/star-trek.json',
  'node_modules/@readme/oas-examples/3.1/json/readme.json',
  ...globSync('openapi/*/*.yaml'),
];

describe.each(descriptions)('%s', (file) => {
  test('every body and response gets a value that fits', async () => {
    const contract = await readContract({ api: 'a', version: 'v1', file: path.resolve(file) });
    const media: [Direction, MediaType][] = [...contract.operations, ...contract.webhooks].flatMap((operation) => [
      ...(operation.requestBody?.content ?? []).map((type): [Direction, MediaType] => ['request', type]),
      ...operation.responses.flatMap(({ content }) =>
        content.map((type): [Direction, MediaType] => ['response', type]),
      ),
    ]);
    const wrong = media.flatMap(([direction, { schema = true }]) =>
      validatorFor(contract).validate(schema, sampleSchema(contract, schema, direction), direction),
    );
    expect(media.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});
