import { expect, test } from 'vitest';
import { sortHeaders } from './sort-headers';

const header = (name: string, descriptionHtml: string) => ({
  name,
  required: false,
  descriptionHtml,
  schema: { type: 'string' },
});

test('headers that the contract describes come first, with its words', () => {
  const declared = {
    status: '201',
    descriptionHtml: '',
    content: [],
    headers: [header('Location', '<p>Where it is.</p>'), header('RateLimit', '<p>What is left.</p>')],
  };
  const headers = [
    ['a', '1'],
    ['ratelimit', 'r=119'],
    ['b', '2'],
    ['location', '/x'],
  ] as const;
  expect(sortHeaders(headers, declared)).toEqual([
    { name: 'location', value: '/x', descriptionHtml: '<p>Where it is.</p>' },
    { name: 'ratelimit', value: 'r=119', descriptionHtml: '<p>What is left.</p>' },
    { name: 'a', value: '1', descriptionHtml: '' },
    { name: 'b', value: '2', descriptionHtml: '' },
  ]);
  expect(sortHeaders(headers, null).map(({ name }) => name)).toEqual(['a', 'ratelimit', 'b', 'location']);
});
