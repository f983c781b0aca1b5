import { describe, expect, test } from 'vitest';
import { aContract } from '../../../contract/model.fixture.ts';
import type { Schema, SchemaObject } from '../../../contract/model.ts';
import type { SchemaView } from '../../../contract/reference-page.ts';
import { createMarkdownRenderer } from '../markdown/render-markdown.ts';
import { SchemaViews, type Direction } from './schema-views.ts';

const viewsOf = (schemas: Record<string, Schema>) => new SchemaViews(aContract([], schemas), createMarkdownRenderer());

function view(schema: Schema, schemas: Record<string, Schema> = {}, direction: Direction = 'both'): SchemaView {
  return viewsOf(schemas).view(schema, direction, 'place');
}

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const names = ({ properties = [] }: SchemaView) => properties.map(({ name }) => name);

describe('a schema in words', () => {
  test.each<[string, Schema, Partial<SchemaView>]>([
    ['true', true, { type: 'any' }],
    ['false', false, { type: 'nothing' }],
    ['nothing said', {}, { type: 'any' }],
    ['a type array', { type: ['string', 'null'] }, { type: 'string or null', nullable: true }],
    ['null first', { type: ['null', 'integer'] }, { type: 'integer or null', nullable: true }],
    [
      'this or null',
      { anyOf: [{ type: 'string', format: 'uri' }, { type: 'null' }] },
      { type: 'string or null', format: 'uri' },
    ],
    ['a constant', { const: 'a' }, { type: 'string', const: '"a"' }],
    ['values', { enum: [1, 2] }, { type: 'number', enum: ['1', '2'] }],
    [
      'an array of arrays',
      { type: 'array', items: { type: 'array', items: { type: 'integer' } } },
      { type: 'array of array of integer' },
    ],
    ['properties without a type', { properties: { a: true } }, { type: 'object' }],
    ['no more properties', { type: 'object', additionalProperties: false }, { constraints: ['no other properties'] }],
    ['a default of null', { type: ['string', 'null'], default: null }, { default: 'null' }],
  ])('%s', (_name, schema, want) => {
    expect(view(schema)).toMatchObject(want);
  });

  test.each<[string, Schema, string[]]>([
    ['both bounds', { minimum: 1, maximum: 100 }, ['1 to 100']],
    ['open bounds', { exclusiveMinimum: 0, exclusiveMaximum: 1 }, ['more than 0, less than 1']],
    ['a length', { minLength: 3, maxLength: 3 }, ['exactly 3 characters']],
    ['one item at least', { minItems: 1 }, ['at least 1 item']],
    ['none at least', { minItems: 0, maxItems: 5, uniqueItems: true }, ['at most 5 items', 'no item twice']],
    ['a pattern', { pattern: '^a+$', multipleOf: 2 }, ['a multiple of 2', 'matches ^a+$']],
    ['what is needed together', { anyOf: [{ required: ['a'] }, { required: ['b', 'c'] }] }, ['needs a, or b with c']],
    ['what is needed alone', { oneOf: [{ required: ['a'] }, { required: ['b'] }] }, ['needs a, or b, not several']],
  ])('constraints: %s', (_name, schema, want) => {
    expect(view(schema).constraints).toEqual(want);
  });
});

describe('a reference', () => {
  const schemas = { Offer: { type: 'object', description: 'An offer.', properties: { id: { type: 'string' } } } };

  test('goes by the component’s name', () => {
    expect(view(ref('Offer'), schemas)).toMatchObject({
      name: 'Offer',
      type: 'object',
      descriptionHtml: '<p>An offer.</p>',
    });
    expect(view({ type: 'array', items: ref('Offer') }, schemas)).toMatchObject({ type: 'array of Offer' });
  });

  test('keeps its name when words are added, and the nearer words win', () => {
    const worded = { allOf: [ref('Offer')], description: 'Mine.' };
    expect(view(worded, schemas)).toMatchObject({ name: 'Offer', descriptionHtml: '<p>Mine.</p>' });
  });

  test('loses its name when something else is added', () => {
    const more = view({ allOf: [ref('Offer'), { properties: { extra: true }, required: ['id'] }] }, schemas);
    expect(more.name).toBeUndefined();
    expect(more.properties).toMatchObject([
      { name: 'id', required: true },
      { name: 'extra', required: false },
    ]);
  });

  test('may have a name that is not a file name', () => {
    expect(view({ $ref: '#/components/schemas/a~1b%20c' }, { 'a/b c': { type: 'string' } }).name).toBe('a/b c');
  });
});

describe('allOf', () => {
  test('takes the stricter bound, the common type and the common values', () => {
    const merged = view({
      allOf: [
        { type: 'number', minimum: 1, maximum: 10, enum: [1, 2, 3] },
        { type: 'integer', minimum: 2, maximum: 20, enum: [2, 3, 4] },
      ],
    });
    expect(merged).toMatchObject({ type: 'integer', constraints: ['2 to 10'], enum: ['2', '3'] });
  });

  test('merges a property that both have', () => {
    const merged = view({
      allOf: [{ properties: { a: { minLength: 1 } } }, { properties: { a: { type: 'string', maxLength: 9 } } }],
    });
    expect(merged.properties?.[0]?.schema).toMatchObject({ type: 'string', constraints: ['1 to 9 characters'] });
  });

  test('that contains itself ends', () => {
    expect(view(ref('A'), { A: { allOf: [ref('A'), { properties: { x: true } }] } })).toMatchObject({ name: 'A' });
  });
});

describe('depth', () => {
  const node = { type: 'object', properties: { next: ref('Node'), value: { type: 'string' } } };

  test('is two levels of properties; deeper ones are in a file', () => {
    const first = view(ref('Node'), { Node: node });
    const third = first.properties?.[0]?.schema.properties?.[0]?.schema;
    expect(third).toMatchObject({ type: 'object', name: 'Node', more: expect.stringMatching(/^Node-/) as string });
    expect(third?.properties).toBeUndefined();
  });

  test('a recursive schema needs one file, which refers to itself', () => {
    const views = viewsOf({ Node: node });
    views.view(ref('Node'), 'both', 'place');
    const files = [...views.files()];
    expect(files.map(({ name }) => name)).toEqual([expect.stringMatching(/^Node-[0-9a-f]{10}$/)]);
    expect(JSON.stringify(files[0]?.view)).toContain(`"more":"${files[0]?.name}"`);
  });

  test('files of names that differ in letter case only are different', () => {
    const deep = (inner: Schema): Schema => ({ properties: { a: { properties: { b: inner } } } });
    const views = viewsOf({ Foo: { properties: { x: true } }, foo: { properties: { y: true } } });
    views.view(deep(ref('Foo')), 'both', 'one');
    views.view(deep(ref('foo')), 'both', 'two');
    const files = [...views.files()].map(({ name }) => name.toLowerCase());
    expect(new Set(files).size).toBe(2);
  });

  test('200 arrays within each other end', () => {
    let schema: Schema = { type: 'string' };
    for (let level = 0; level < 200; level++) schema = { type: 'array', items: schema };
    const views = viewsOf({});
    expect(JSON.stringify(views.view(schema, 'both', 'deep'))).toMatch(/"more":"deep-/);
    expect([...views.files()].length).toBeLessThan(60);
  });

  test('alternatives within alternatives do not multiply', () => {
    const wide = (inner: Schema) => ({ oneOf: Array.from({ length: 12 }, () => inner) });
    let schema: SchemaObject = { type: 'object', properties: { x: true } };
    for (let level = 0; level < 6; level++) schema = wide(schema);
    expect(JSON.stringify(view(schema)).length).toBeLessThan(20_000);
  });

  test('a schema of many lines is shown with one level', () => {
    const inner = { properties: Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`p${index}`, true])) };
    const wide = { properties: Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`q${index}`, inner])) };
    expect(view(wide).properties?.[0]?.schema.more).toMatch(/^place\.q0-/);
  });

  test('many values are cut; the file has them all', () => {
    const views = viewsOf({});
    const cut = views.view({ enum: Array.from({ length: 1000 }, (_, index) => index) }, 'both', 'codes');
    expect(cut).toMatchObject({ enumCount: 1000, more: expect.stringMatching(/^codes-/) as string });
    expect(cut.enum).toHaveLength(100);
    expect([...views.files()][0]?.view.enum).toHaveLength(1000);
  });
});

describe('direction', () => {
  const schema = { properties: { id: { readOnly: true }, secret: { writeOnly: true }, name: true } };

  test.each<[Direction, string[]]>([
    ['request', ['secret', 'name']],
    ['answer', ['id', 'name']],
    ['both', ['id', 'secret', 'name']],
  ])('%s has %j', (direction, want) => {
    expect(names(view(schema, {}, direction))).toEqual(want);
  });
});

describe('names of properties', () => {
  test('a property may be called __proto__', () => {
    const odd = JSON.parse('{"properties":{"__proto__":{"type":"string"}},"required":["__proto__"]}') as Schema;
    expect(view({ allOf: [odd, { properties: { a: true } }] }).properties).toMatchObject([
      { name: '__proto__', required: true, schema: { type: 'string' } },
      { name: 'a' },
    ]);
  });
});
