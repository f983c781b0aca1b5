import { expect, test } from 'vitest';
import type { SchemaView } from '../../../contract/reference-page.ts';
import { wireStyle, type Written } from './wire-style.ts';

const list: SchemaView = { type: 'array of string' };
const object: SchemaView = {
  type: 'object',
  properties: ['role', 'name', 'age'].map((name) => ({ name, required: false, schema: { type: 'string' } })),
};
const plain: SchemaView = { type: 'string' };

/** The table of OpenAPI 3.1 §4.8.12.4, with `1` and `2` for its values. */
test.each<[Written['in'], Written['style'], boolean, SchemaView, string | undefined]>([
  ['path', 'matrix', false, plain, ';id=1'],
  ['path', 'matrix', false, list, ';id=1,2'],
  ['path', 'matrix', true, list, ';id=1;id=2'],
  ['path', 'matrix', false, object, ';id=role,1,name,2'],
  ['path', 'matrix', true, object, ';role=1;name=2'],
  ['path', 'label', false, plain, '.1'],
  ['path', 'label', false, list, '.1,2'],
  ['path', 'label', true, list, '.1.2'],
  ['path', 'label', false, object, '.role,1,name,2'],
  ['path', 'label', true, object, '.role=1.name=2'],
  ['path', 'simple', false, plain, undefined],
  ['path', 'simple', false, list, '1,2'],
  ['path', 'simple', true, list, '1,2'],
  ['header', 'simple', false, list, 'id: 1,2'],
  ['header', 'simple', false, object, 'id: role,1,name,2'],
  ['header', 'simple', true, object, 'id: role=1,name=2'],
  ['query', 'form', true, plain, undefined],
  ['query', 'form', false, list, '?id=1,2'],
  ['query', 'form', true, list, '?id=1&id=2'],
  ['query', 'form', false, object, '?id=role,1,name,2'],
  ['query', 'form', true, object, '?role=1&name=2'],
  ['query', 'spaceDelimited', false, list, '?id=1%202'],
  ['query', 'spaceDelimited', false, object, '?id=role%201%20name%202'],
  ['query', 'pipeDelimited', false, list, '?id=1%7C2'],
  ['query', 'pipeDelimited', true, list, '?id=1&id=2'],
  ['query', 'deepObject', true, object, '?id[role]=1&id[name]=2'],
  ['query', 'deepObject', false, { type: 'object' }, '?id[a]=1&id[b]=2'],
  ['cookie', 'form', false, list, 'id=1,2'],
  ['cookie', 'cookie', true, list, 'id=1; id=2'],
])('in %s, style %s, exploded %s', (place, style, explode, schema, want) => {
  expect(wireStyle({ name: 'id', in: place, style, explode }, schema)?.example).toBe(want);
});
