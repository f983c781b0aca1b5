import { describe, expect, test } from 'vitest';
import { aContract } from '../../../contract/model.fixture.ts';
import type { Schema } from '../../../contract/model.ts';
import type { SchemaView } from '../../../contract/reference-page.ts';
import { createMarkdownRenderer } from '../markdown/render-markdown.ts';
import { SchemaViews } from './schema-views.ts';

function view(schema: Schema, schemas: Record<string, Schema> = {}): SchemaView {
  return new SchemaViews(aContract([], schemas), createMarkdownRenderer()).view(schema, 'both', 'place');
}

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const text = { type: 'string' };

describe('every keyword is shown', () => {
  test.each<[string, Schema, Partial<SchemaView>]>([
    [
      'a tuple, and what follows it',
      { type: 'array', prefixItems: [text, true], items: { type: 'integer' } },
      { prefixItems: [{ type: 'string' }, { type: 'any' }], items: { type: 'integer' } },
    ],
    ['a tuple with an end', { prefixItems: [text], items: false }, { constraints: ['no further items'] }],
    ['contains', { contains: text }, { contains: { words: 'at least 1 item', schema: { type: 'string' } } }],
    [
      'contains, counted',
      { contains: text, minContains: 2, maxContains: 4 },
      { contains: { words: '2 to 4 items', schema: { type: 'string' } } },
    ],
    ['additionalProperties', { additionalProperties: text }, { type: 'object', additional: { type: 'string' } }],
    ['unevaluatedProperties', { unevaluatedProperties: text }, { additional: { type: 'string' } }],
    ['unevaluatedProperties, none', { unevaluatedProperties: false }, { constraints: ['no other properties'] }],
    [
      'patternProperties, each with its pattern',
      { patternProperties: { '^x-': text, '^y-': { type: 'integer' } } },
      {
        patterns: [
          { name: '^x-', required: false, schema: { type: 'string' } },
          { name: '^y-', required: false, schema: { type: 'integer' } },
        ],
      },
    ],
    [
      'propertyNames',
      { propertyNames: { maxLength: 3 } },
      { names: { type: 'any', constraints: ['at most 3 characters'] } },
    ],
    ['required of what is described elsewhere', { required: ['a', 'b'] }, { constraints: ['needs a and b'] }],
    [
      'what a text holds',
      { type: 'string', contentMediaType: 'image/png', contentEncoding: 'base64' },
      { constraints: ['holds image/png encoded as base64'] },
    ],
    [
      'a document in a text',
      { contentMediaType: 'application/json', contentSchema: { properties: { a: text } } },
      { decoded: { type: 'object', properties: [{ name: 'a', required: false, schema: { type: 'string' } }] } },
    ],
    ['not', { not: text }, { not: { type: 'string' } }],
    ['several examples', { examples: ['a', 'b', 'b', 'c'] }, { example: '"a"', otherExamples: ['"b"', '"c"'] }],
    [
      'externalDocs',
      { externalDocs: { url: 'https://example.com', description: 'More' } },
      { externalDocs: { href: 'https://example.com', text: 'More' } },
    ],
  ])('%s', (_name, schema, want) => {
    expect(view(schema)).toMatchObject(want);
  });

  test('a link that could run is left out', () => {
    expect(view({ externalDocs: { url: 'javascript:alert(1)' } }).externalDocs).toBeUndefined();
  });
});

describe('values are described', () => {
  const values = ['a', 'b'];

  test.each<[string, Schema]>([
    ['by position', { enum: values, 'x-enumDescriptions': ['First', ''] }],
    ['by value', { enum: values, 'x-enum-descriptions': { a: 'First' } }],
    ['by name', { enum: values, 'x-enum-varnames': ['First', ''] }],
    ['by constants', { oneOf: [{ const: 'a', title: 'First' }, { const: 'b' }] }],
  ])('%s', (_name, schema) => {
    expect(view(schema)).toMatchObject({ enum: ['"a"', '"b"'], enumTexts: ['First', ''] });
  });

  test('a long list takes no more of a page than its share', () => {
    const long = view({ enum: Array.from({ length: 90 }, (_, index) => `${index}`.padStart(100, '0')) });
    expect(long.enum?.length).toBeLessThan(45);
    expect(long).toMatchObject({ enumCount: 90, more: expect.stringMatching(/^place-/) as string });
  });
});

describe('alternatives', () => {
  const kind = (value: string): Schema => ({ properties: { kind: { const: value }, [value]: text } });

  test('oneOf and anyOf stand beside each other, also those of several allOf', () => {
    const both = view({ oneOf: [text, { type: 'integer' }], anyOf: [{ minimum: 1 }, { minLength: 2 }] });
    expect([both.alternatives?.kind, ...(both.alsoAlternatives ?? []).map((set) => set.kind)]).toEqual([
      'oneOf',
      'anyOf',
    ]);
    const merged = view({ allOf: [{ oneOf: [kind('a'), kind('b')] }, { oneOf: [kind('c'), kind('d')] }] });
    expect(merged.alsoAlternatives).toMatchObject([{ kind: 'oneOf', values: ['c', 'd'] }]);
  });

  test.each<[string, Schema, string[]]>([
    [
      'by the mapping',
      {
        oneOf: [ref('A'), ref('B')],
        discriminator: { propertyName: 'kind', mapping: { one: '#/components/schemas/A', uno: 'A', two: 'B' } },
      },
      ['one, uno', 'two'],
    ],
    ['by the component’s name', { oneOf: [ref('A'), ref('C')], discriminator: { propertyName: 'kind' } }, ['a', 'C']],
    ['by constants that nobody declared', { anyOf: [ref('A'), ref('B')] }, ['a', 'b']],
  ])('are told apart %s', (_name, schema, want) => {
    const schemas = { A: kind('a'), B: kind('b'), C: { properties: { other: text } } };
    expect(view(schema, schemas).alternatives).toMatchObject({ discriminator: 'kind', values: want });
  });

  test('a discriminator without alternatives names its family; a member of it does not', () => {
    const schemas = {
      Base: {
        properties: { kind: text },
        discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat' } },
      },
      Cat: { allOf: [ref('Base'), { properties: { claws: text } }] },
    };
    expect(view(ref('Base'), schemas).discriminator).toEqual({
      property: 'kind',
      values: [{ value: 'cat', name: 'Cat' }],
    });
    expect(view(ref('Cat'), schemas).discriminator).toBeUndefined();
  });
});

describe('allOf that cannot be one', () => {
  test.each<[string, Schema[], string[]]>([
    ['types', [text, { type: 'integer' }], ['contradicts itself: string and integer at once']],
    ['constants', [{ const: 1 }, { const: 2 }], ['contradicts itself: 1 and 2 at once']],
    ['values', [{ enum: [1] }, { enum: [2] }], ['contradicts itself: its lists of values have none in common']],
    ['bounds', [{ minimum: 5 }, { maximum: 3 }], ['5 to 3', 'contradicts itself: at least 5 and at most 3']],
    ['two patterns', [{ pattern: '^a' }, { pattern: 'b$' }], ['matches ^a', 'matches b$']],
    ['two steps', [{ multipleOf: 2 }, { multipleOf: 3 }], ['a multiple of 2', 'a multiple of 3']],
  ])('%s', (_name, allOf, want) => {
    expect(view({ allOf }).constraints).toEqual(want);
  });

  test('two prohibitions are one', () => {
    const { not } = view({ allOf: [{ not: { const: 1 } }, { not: { const: 2 } }] });
    expect(not?.enum).toEqual(['1', '2']);
  });

  test('equal values that are objects stay', () => {
    expect(view({ allOf: [{ enum: [{ a: 1 }, 2] }, { enum: [{ a: 1 }] }] }).enum).toEqual(['{"a":1}']);
  });
});

describe('conditions', () => {
  test.each<[string, Schema, string, string | undefined]>([
    [
      'a constant',
      { if: { properties: { type: { const: 'card' } }, required: ['type'] }, then: { required: ['number'] } },
      '`type` is `card`',
      '`number` is needed',
    ],
    [
      'what may be absent',
      { if: { properties: { type: { enum: ['a', 'b'] } } }, then: { properties: { x: false } } },
      '`type` is `a` or `b` or is missing',
      '`x` is not allowed',
    ],
    [
      'what is required anyway',
      { required: ['n'], if: { properties: { n: { minimum: 5 } } }, then: { properties: { m: { const: 1 } } } },
      '`n` is at least 5',
      '`m` is `1`',
    ],
    [
      'negation and nesting',
      {
        if: { not: { required: ['a'] }, properties: { b: { required: ['c'] } }, required: ['b'] },
        then: { required: ['d', 'e'] },
      },
      '`b.c` is there and `a` is missing',
      '`d` is needed and `e` is needed',
    ],
    ['dependentRequired', { dependentRequired: { card: ['cvv'] } }, '`card` is there', '`cvv` is needed'],
    ['dependentSchemas', { dependentSchemas: { a: { required: ['b'] } } }, '`a` is there', '`b` is needed'],
  ])('%s', (_name, schema, when, then) => {
    expect(view(schema).conditions).toMatchObject([{ when: { words: when }, then: { words: then } }]);
  });

  test('what words cannot say is a schema', () => {
    const [condition] =
      view({
        if: { items: text },
        then: { properties: { address: { type: 'object', properties: { street: text } } } },
        else: false,
      }).conditions ?? [];
    expect(condition?.when.schema?.type).toBe('array of string');
    expect(condition?.then?.schema?.properties?.[0]?.name).toBe('address');
    expect(condition?.otherwise).toEqual({ words: 'nothing is allowed' });
  });

  test('those of several allOf are all there', () => {
    const rule = (value: string): Schema => ({
      if: { properties: { kind: { const: value } }, required: ['kind'] },
      then: { required: [value] },
    });
    expect(view({ allOf: [rule('a'), rule('b'), rule('c')] }).conditions).toHaveLength(3);
  });
});

test('a component’s page has an address of letters, digits and dashes, unique where letter case does not count', () => {
  const schemas = { 'io.Pod': {}, Pod: {}, pod: {}, 'a/b': {} };
  const slugs = ['io.Pod', 'Pod', 'pod', 'a~1b'].map((name) => {
    const { name: shown, slug } = view(ref(name), schemas);
    return slug ?? shown;
  });
  expect(slugs).toEqual(['io-Pod', 'Pod', 'pod-2', 'a-b']);
});
