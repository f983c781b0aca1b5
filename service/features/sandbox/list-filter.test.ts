import { describe, expect, test } from 'vitest';
import { aContract, anOperation } from '../../../contract/model.fixture.ts';
import { listFilter } from './list-filter.ts';

const schema = {
  type: 'object',
  properties: { id: {}, status: {}, tags: {}, price: {}, created_at: {}, owner: {}, title: {} },
} as const;
const item = {
  id: 'a',
  status: 'open',
  tags: ['red', 'blue'],
  price: 50,
  created_at: '2026-06-01T00:00:00Z',
  owner: { id: 'own_1', name: 'Ada' },
  title: 'Master of Science',
};

describe('a query parameter that is about a property', () => {
  test.each<[string, unknown, boolean]>([
    ['status', 'open', true],
    ['status', 'closed', false],
    ['status', ['closed', 'open'], true],
    ['tags', 'red', true],
    ['tags', 'green', false],
    ['price', 50, true],
    ['min_price', 60, false],
    ['price_lte', 50, true],
    ['created_after', '2026-05-31T00:00:00Z', true],
    ['created_before', '2026-05-31T00:00:00Z', false],
    ['createdSince', '2026-06-01T00:00:00Z', true],
    ['owner', 'own_1', true],
    ['owner', 'own_2', false],
    ['q', 'science', true],
    ['q', 'ada', true],
    ['q', 'nobody', false],
    ['limit', 1, true],
    ['colour', 'red', true],
    ['status', '', true],
    ['created', { gte: '2026-06-01T00:00:00Z', lt: '2026-06-02T00:00:00Z' }, true],
    ['created', { gt: '2026-06-01T00:00:00Z' }, false],
    ['created[gte]', '2026-06-02T00:00:00Z', false],
    ['filter[status]', 'closed', false],
    ['filter', { status: 'open', min_price: 60 }, false],
    ['filter', { status: 'open' }, true],
    ['ids', 'a,b', true],
    ['ids', ['c'], false],
    ['status_in', 'new,open', true],
  ])('%s=%j: %s', (name, value, want) => {
    const parameter = { name, in: 'query' } as const;
    const operation = anOperation({ method: 'get', path: '/things', parameters: [parameter as never] });
    const fits = listFilter(aContract([]), schema, operation, new Map([[name, value]]));
    expect(fits === undefined || fits(item)).toBe(want);
  });
});
