import { expect, test } from 'vitest';
import type { SchemaView } from '../../../../contract/reference-page';
import { facts, filterValues, insideWords, namedPart, plainText, typeLabel } from './schema-words';

const properties = (...names: string[]) => names.map((name) => ({ name, required: false, schema: { type: 'string' } }));

test.each<[string, SchemaView, string]>([
  ['a component goes by its name', { type: 'object', name: 'Offer' }, 'Offer'],
  ['also where it may be null', { type: 'object or null', name: 'Offer' }, 'Offer or null'],
  ['a plain type keeps its own', { type: 'string', name: 'OfferId', format: 'uuid' }, 'string (uuid)'],
  ['alternatives say so', { type: 'any', alternatives: { kind: 'oneOf', schemas: [] } }, 'one of several'],
  ['anything is any', { type: 'any' }, 'any'],
])('type: %s', (_name, view, want) => {
  expect(typeLabel(view)).toBe(want);
});

test.each<[string, SchemaView, string | undefined]>([
  ['a plain value has nothing inside', { type: 'string' }, undefined],
  ['an object has properties', { type: 'object', properties: properties('a', 'b') }, '2 properties'],
  [
    'an array has those of its items',
    { type: 'array', items: { type: 'object', properties: properties('a') } },
    '1 property of each item',
  ],
  ['an array of plain values has nothing', { type: 'array', items: { type: 'string' } }, undefined],
  ['values that were cut', { type: 'string', more: 'Code', enumCount: 900 }, 'all 900 values'],
])('inside: %s', (_name, view, want) => {
  expect(insideWords(view)).toBe(want);
});

test('facts are a line each, patterns as code', () => {
  expect(facts({ type: 'string', constraints: ['1 to 9 characters', 'matches ^a b$'], default: '"x"' })).toEqual([
    { name: '', values: ['1 to 9 characters'], isCode: false },
    { name: 'matches', values: ['^a b$'], isCode: true },
    { name: 'Default', values: ['x'], isCode: true },
  ]);
  expect(facts({ type: 'string', enum: ['"a"', '"b"'], example: '"a"' })).toEqual([
    { name: 'One of', values: ['a', 'b'], isCode: true },
  ]);
});

test.each([
  ['"plain"', 'plain'],
  ['""', '""'],
  ['"with \\" quotes"', '"with \\" quotes"'],
  ['12', '12'],
])('%s as text is %s', (json, want) => {
  expect(plainText(json)).toBe(want);
});

test.each<[string, SchemaView, string | undefined]>([
  ['its own', { type: 'object', name: 'Offer' }, '|Offer|'],
  [
    'of an array',
    { type: 'array of Offer', items: { type: 'object', name: 'Offer', slug: 'Offer-2' } },
    'array of |Offer|',
  ],
  ['not a part of a word', { type: 'integer', name: 'in' }, undefined],
])('a label names a component: %s', (_name, view, want) => {
  const named = namedPart(view, typeLabel(view));
  expect(named && `${named.before}|${named.name}|${named.after}`).toBe(want);
});

test('values are found by their words and by what is said about them', () => {
  const values = ['"a"', '"b"', '"c"'];
  expect(filterValues(values, undefined, 'B')).toEqual([1]);
  expect(filterValues(values, ['First one', 'Second one', ''], 'one second')).toEqual([1]);
  expect(filterValues(values, undefined, ' ')).toEqual([0, 1, 2]);
});
