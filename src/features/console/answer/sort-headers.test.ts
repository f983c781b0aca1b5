import { expect, test } from 'vitest';
import { operationPage } from '../page.fixture';
import { knownHeader } from './known-headers';
import { sortHeaders } from './sort-headers';

const header = (name: string, descriptionHtml: string, required = false) => ({
  name,
  required,
  descriptionHtml,
  schema: { type: 'string' },
});
const response = (status: string, headers: ReturnType<typeof header>[]) => ({
  status,
  descriptionHtml: '',
  content: [],
  headers,
});
const page = operationPage({
  responses: [
    response('201', [header('Location', '<p>Where it is.</p>', true), header('RateLimit', '<p>What is left.</p>')]),
    response('429', [header('X-Retry', '<p>When.</p>')]),
  ],
});
const headers = [
  ['a', '1'],
  ['ratelimit', 'r=119'],
  ['x-retry', '2'],
] as const;

test('headers that the contract describes come first, with its words, also where they are missing', () => {
  expect(sortHeaders(headers, page, 201)).toEqual([
    { name: 'Location', value: null, descriptionHtml: '<p>Where it is.</p>' },
    { name: 'ratelimit', value: 'r=119', descriptionHtml: '<p>What is left.</p>' },
    { name: 'a', value: '1', descriptionHtml: '' },
    { name: 'x-retry', value: '2', descriptionHtml: '<p>When.</p>' },
  ]);
  expect(sortHeaders(headers, page, 500).map(({ name }) => name)).toEqual(['a', 'ratelimit', 'x-retry']);
});

test('what many APIs send is explained', () => {
  expect(knownHeader('ETag')).toMatch(/If-Match/);
  expect(knownHeader('constructor')).toBe('');
});
