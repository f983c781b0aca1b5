import { expect, test } from 'vitest';
import { operationPage, parameter } from './page.fixture';
import { openingValues } from './restore-draft';

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
