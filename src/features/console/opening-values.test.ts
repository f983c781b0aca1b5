import { expect, test } from 'vitest';
import { operationPage, parameter } from './page.fixture';
import { openingValues } from './opening-values';

const page = operationPage({
  path: '/offers/{id}',
  parameters: [
    parameter({ name: 'id', in: 'path', example: 'off_example' }),
    parameter({ name: 'q', in: 'query', example: 'x' }),
  ],
});
const draft = (id: string) => ({ parameters: { 'path:id': id, 'query:q': 'typed' }, mediaType: 0, body: '' });

test.each([
  ['the contract’s example where nothing is known', undefined, {}, { 'path:id': 'off_example', 'query:q': '' }],
  ['the id made last', undefined, { 'path:id': 'off_1' }, { 'path:id': 'off_1', 'query:q': '' }],
  ['what was typed', draft('off_mine'), { 'path:id': 'off_1' }, { 'path:id': 'off_mine', 'query:q': 'typed' }],
  [
    'the id made last over the example',
    draft('off_example'),
    { 'path:id': 'off_1' },
    { 'path:id': 'off_1', 'query:q': 'typed' },
  ],
  ['the id made last over nothing', draft(''), { 'path:id': 'off_1' }, { 'path:id': 'off_1', 'query:q': 'typed' }],
])('the form opens with %s', (_name, left, remembered, want) => {
  expect(openingValues(page, left, remembered).parameters).toEqual(want);
});

test.each([
  [{ type: 'string' }, 'owner'],
  [{ type: 'string', format: 'uuid' }, '6f1c2d3e-4b5a-4c6d-8e7f-9a0b1c2d3e4f'],
  [{ type: 'integer' }, '1'],
  [{ type: 'boolean' }, 'true'],
  [{ type: 'string', enum: ['"a"', '"b"'] }, 'a'],
  [{ type: 'array of string' }, '[]'],
])('a required field of %j without an example opens with %s', (schema, want) => {
  const bare = operationPage({
    path: '/{owner}',
    parameters: [
      parameter({ name: 'owner', in: 'path', schema }),
      parameter({ name: 'optional', in: 'query', schema }),
    ],
  });
  expect(openingValues(bare, undefined, {}).parameters).toEqual({ 'path:owner': want, 'query:optional': '' });
});
