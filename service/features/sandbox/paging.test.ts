import { describe, expect, test } from 'vitest';
import type { Parameter } from '../../../contract/model.ts';
import { anOperation } from '../../../contract/model.fixture.ts';
import { pagingOf } from './paging.ts';

function operation(...names: readonly string[]) {
  const parameters = names.map((name): Parameter => ({
    name,
    in: 'query',
    required: false,
    deprecated: false,
    schema: name === 'limit' ? { type: 'integer', default: 10 } : {},
    style: 'form',
    explode: true,
    allowReserved: false,
    examples: [],
    pointer: '',
  }));
  return anOperation({ method: 'get', path: '/things', parameters });
}

describe('the part of a list that a request asks for', () => {
  test.each<[string, readonly string[], Record<string, unknown>, object]>([
    [
      'Stripe',
      ['starting_after', 'ending_before', 'limit'],
      { starting_after: 'a' },
      { kind: 'cursor', limit: 10, after: 'a' },
    ],
    [
      'Stripe, back',
      ['starting_after', 'ending_before', 'limit'],
      { ending_before: 'b' },
      { kind: 'cursor', limit: 10, before: 'b' },
    ],
    ['a cursor', ['cursor', 'page_size'], { page_size: 3 }, { kind: 'cursor', limit: 3 }],
    ['Google', ['pageToken', 'pageSize'], { pageToken: 'x' }, { kind: 'cursor', limit: 20, after: 'x' }],
    [
      'GitHub',
      ['page', 'per_page'],
      { page: 2, per_page: 30 },
      { kind: 'page', limit: 30, page: 2, parameter: 'page' },
    ],
    ['JSON:API', ['page[number]', 'page[size]'], {}, { kind: 'page', limit: 20, page: 1, parameter: 'page[number]' }],
    [
      'an offset',
      ['offset', 'limit'],
      { offset: 40, limit: 5 },
      { kind: 'offset', limit: 5, offset: 40, parameter: 'offset' },
    ],
    ['only a limit', ['limit'], {}, { kind: 'none', limit: 10 }],
    ['nothing', [], {}, { kind: 'none', limit: 1000 }],
    ['a limit beyond reason', ['limit'], { limit: 10_000_000 }, { kind: 'none', limit: 1000 }],
  ])('%s', (_name, names, query, want) => {
    expect(pagingOf(operation(...names), new Map(Object.entries(query)))).toEqual(want);
  });
});
