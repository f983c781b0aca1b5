import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MediaTypeView, PartView, SchemaView } from '../../../../contract/reference-page';
import { documentOfForm, formOfDocument } from './form-document';

const text: SchemaView = { type: 'string' };
const deep = (name: string): PartView => ({ name, headers: [], style: 'deepObject', explode: true });
const schema: SchemaView = {
  type: 'object',
  properties: [
    { name: 'name', required: true, schema: text },
    { name: 'count', required: false, schema: { type: 'integer' } },
    { name: 'live', required: false, schema: { type: 'boolean' } },
    { name: 'tags', required: false, schema: { type: 'array of string', items: text } },
    { name: 'ids', required: false, schema: { type: 'array of integer', items: { type: 'integer' } } },
    {
      name: 'address',
      required: false,
      schema: { type: 'object', properties: [{ name: 'city', required: false, schema: text }] },
    },
    {
      name: 'items',
      required: false,
      schema: {
        type: 'array of object',
        items: {
          type: 'object',
          properties: [
            { name: 'price', required: true, schema: text },
            { name: 'quantity', required: false, schema: { type: 'integer' } },
          ],
        },
      },
    },
    { name: 'metadata', required: false, schema: { type: 'object', additional: text } },
    { name: 'plain', required: false, schema: { type: 'object', additional: { type: 'any' } } },
  ],
};
const media: MediaTypeView = {
  type: 'application/x-www-form-urlencoded',
  schema,
  examples: [],
  parts: [
    deep('address'),
    deep('items'),
    deep('metadata'),
    { name: 'ids', headers: [], style: 'form', explode: false },
  ],
};
const known = new Map<string, SchemaView>();
const read = (form: string): unknown => JSON.parse(documentOfForm(form, media, known));
const write = (value: unknown, before = ''): string => formOfDocument(JSON.stringify(value), media, before, known);

describe('a form is read as the document that the contract describes', () => {
  test.each([
    ['', {}],
    ['name=Ada+L%C3%B6&count=3&live=true', { name: 'Ada Lö', count: 3, live: true }],
    ['tags=a&tags=b', { tags: ['a', 'b'] }],
    ['tags=a', { tags: ['a'] }],
    ['ids=1,2', { ids: [1, 2] }],
    ['address[city]=Rome&metadata%5B0%5D=x', { address: { city: 'Rome' }, metadata: { '0': 'x' } }],
    [
      'items[0][price]=p1&items[0][quantity]=2&items[1][price]=p2',
      { items: [{ price: 'p1', quantity: 2 }, { price: 'p2' }] },
    ],
    ['plain=%7B%22a%22%3A1%7D', { plain: { a: 1 } }],
    ['other=1&other=2&odd%ZZ=%', { other: ['1', '2'], 'odd%ZZ': '%' }],
    ['count=many&live=perhaps', { count: 'many', live: 'perhaps' }],
  ])('%s', (form, want) => {
    expect(read(form)).toEqual(want);
  });
});

describe('a form is written', () => {
  test.each([
    [{ name: 'a&b', count: 1 }, 'name=a%26b&count=1'],
    [{ address: { city: 'Rome' }, items: [{ price: 'p' }] }, 'address%5Bcity%5D=Rome&items%5B0%5D%5Bprice%5D=p'],
    [{ tags: ['a', 'b'], ids: [1, 2], plain: { a: [1] } }, 'tags=a&tags=b&ids=1,2&plain=%7B%22a%22%3A%5B1%5D%7D'],
  ])('%j', (value, want) => {
    expect(write(value)).toBe(want);
  });

  test('what did not change stays as it was written, where it was', () => {
    const before = 'tags=%61&other=x%20y&tags=b&count=1';
    expect(write({ tags: ['a', 'b'], other: 'x y', count: 2, name: 'new' }, before)).toBe(
      'tags=%61&other=x%20y&tags=b&count=2&name=new',
    );
    expect(write({ other: 'x y' }, before)).toBe('other=x%20y');
  });
});

const word = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => one.trim() === one && one.isWellFormed());
const value = fc.record(
  {
    name: word,
    count: fc.integer(),
    live: fc.boolean(),
    tags: fc.array(word, { minLength: 1 }),
    ids: fc.array(fc.integer(), { minLength: 1 }),
    address: fc.record({ city: word }),
    items: fc.array(fc.record({ price: word, quantity: fc.integer() }, { requiredKeys: ['price'] }), { minLength: 1 }),
    metadata: fc.dictionary(fc.stringMatching(/^[a-z0-9_]{1,9}$/), word, { minKeys: 1 }),
  },
  { requiredKeys: [] },
);

describe('whatever stands in the form', () => {
  test('a document comes back from its text', () => {
    fc.assert(
      fc.property(value, (document) => {
        expect(read(write(document))).toEqual(JSON.parse(JSON.stringify(document)));
      }),
    );
  });

  test('a text that is read and written again is the same text', () => {
    const piece = fc.oneof(
      fc.constantFrom('name=', 'tags=a', 'items[0][price]=', 'x[', '=', '%', '&', 'ids=1,', '[]', '+'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const form = pieces
          .join('')
          .split('&')
          .filter((one) => one.trim() !== '')
          .join('&');
        expect(formOfDocument(documentOfForm(form, media, known), media, form, known)).toBe(form);
      }),
    );
  });
});
