import { expect, test } from 'vitest';
import { sourceOf } from './source-of.ts';

test.each([
  ['$response.body#/data/0/id', { name: 'data[0].id', of: 'of this answer' }],
  ['$method', { name: 'the method', of: 'of your request' }],
  ['fixed', { name: 'fixed' }],
  ['constructor', { name: 'constructor' }],
  ['{__proto__}', { name: '{__proto__}' }],
])('the expression %s in words', (expression, words) => {
  expect(sourceOf(expression)).toEqual(words);
});
