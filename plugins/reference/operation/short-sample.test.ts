import { expect, test } from 'vitest';
import { aContract } from '../../../contract/model.fixture.ts';
import type { SchemaObject } from '../../../contract/model.ts';
import { shortSample } from './short-sample.ts';

const names = Array.from({ length: 70 }, (_, index) => `p${index}`);
const long: Record<string, unknown> = { list: [1], ...Object.fromEntries(names.map((name) => [name, 1])) };
const schema = (more: SchemaObject): SchemaObject => ({ type: 'object', ...more });
const shortOf = (sample: unknown, more: SchemaObject) => shortSample(sample, aContract([]), schema(more));

test('a sample that can be looked over stays whole', () => {
  expect(shortOf({ a: 1, b: 2 }, { required: ['a'] })).toEqual({ a: 1, b: 2 });
});

test('of a long one what is required stays, else the first of its single values', () => {
  expect(shortOf(long, { required: ['list', 'p7'] })).toEqual({ list: [1], p7: 1 });
  expect(shortOf(long, {})).toEqual({ p0: 1, p1: 1, p2: 1, p3: 1 });
});

test('a long one stays whole where less would not be as the contract says', () => {
  expect(shortOf(long, { required: ['p1'], anyOf: [{ required: ['p60'] }, { required: ['p61'] }] })).toEqual(long);
});
