import { describe, expect, test } from 'vitest';
import { operationPage, parameter } from '../../page.fixture';
import { initialValues } from '../../request';
import type { Answer } from '../answer';
import { nextPage } from './next-page';

const integer = { type: 'integer' };
const page = operationPage({
  path: '/things',
  parameters: [
    parameter({ name: 'cursor', in: 'query' }),
    parameter({ name: 'limit', in: 'query', schema: { type: 'integer', default: '2' } }),
  ],
});
const numbered = operationPage({
  parameters: [
    parameter({ name: 'page', in: 'query', schema: integer }),
    parameter({ name: 'per_page', in: 'query', schema: integer }),
  ],
});
const skipping = operationPage({ parameters: [parameter({ name: 'offset', in: 'query', schema: integer })] });

function after(
  of: typeof page,
  body: unknown,
  headers: Record<string, string> = {},
  typed: Record<string, string> = {},
) {
  const answer: Answer = {
    status: 200,
    headers: Object.entries(headers),
    headMilliseconds: 1,
    totalMilliseconds: 1,
    bytes: 1,
    body: { kind: 'text', text: JSON.stringify(body) },
  };
  const values = initialValues(of);
  return nextPage(of, { ...values, parameters: { ...values.parameters, ...typed } }, answer)?.fields ?? null;
}

describe('the next page', () => {
  test('is where the answer’s cursor says', () => {
    expect(after(page, { data: [1], next_cursor: 'abc' })).toEqual({ 'query:cursor': 'abc' });
    expect(after(page, { data: [1], meta: { nextCursor: 'x' } })).toEqual({ 'query:cursor': 'x' });
    expect(after(page, { data: [1], links: { next: '/things?cursor=q%20r&limit=2' } })).toEqual({
      'query:cursor': 'q r',
      'query:limit': '2',
    });
  });

  test('is none where the cursor is null or empty', () => {
    expect(after(page, { data: [1], next_cursor: null })).toBeNull();
    expect(after(page, { data: [1], next_cursor: '' })).toBeNull();
  });

  test('is where the Link header says, and never at another address or in another parameter', () => {
    const link = '<https://evil.example/x?page=1>; rel="prev", <https://evil.example/steal?page=3&token=x>; rel="next"';
    expect(after(numbered, [1], { Link: link })).toEqual({ 'query:page': '3' });
    expect(after(page, [1], { Link: '<https://a.example/?p=2>; rel=next' })).toBeNull();
  });

  test('is one further where pages are numbered', () => {
    expect(after(numbered, [1, 2])).toEqual({ 'query:page': '2' });
    expect(after(numbered, [1, 2], {}, { 'query:page': '4' })).toEqual({ 'query:page': '5' });
  });

  test('is none where this one is not full, is empty, or says so', () => {
    expect(after(numbered, [1, 2], {}, { 'query:per_page': '10' })).toBeNull();
    expect(after(numbered, [])).toBeNull();
    expect(after(numbered, { has_more: false, data: [1] })).toBeNull();
  });

  test('is as many items further where they are skipped', () => {
    expect(after(skipping, [1, 2, 3], {}, { 'query:offset': '3' })).toEqual({ 'query:offset': '6' });
  });

  test('is none of what is no list', () => {
    expect(after({ ...page, method: 'post' }, { next_cursor: 'x' })).toBeNull();
    expect(after(operationPage(), { next_cursor: 'x' })).toBeNull();
  });
});
