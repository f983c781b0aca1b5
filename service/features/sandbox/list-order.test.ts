import { describe, expect, test } from 'vitest';
import { aContract, anOperation } from '../../../contract/model.fixture.ts';
import type { Parameter } from '../../../contract/model.ts';
import { comparing, listOrder } from './list-order.ts';

const schema = { type: 'object', properties: { id: {}, name: {}, price: {}, created_at: {} } } as const;

function orderOf(query: Readonly<Record<string, unknown>>, defaults: Readonly<Record<string, unknown>> = {}) {
  const names = new Set([...Object.keys(query), ...Object.keys(defaults)]);
  const parameters = [...names].map(
    (name) => ({ name, in: 'query', schema: { default: defaults[name] } }) as unknown as Parameter,
  );
  const operation = anOperation({ method: 'get', path: '/things', parameters });
  return listOrder(aContract([]), schema, { operation, query: new Map(Object.entries(query)) });
}

const byName = (descending: boolean) => ({ kind: 'members', keys: [{ member: 'name', descending }] });
const made = (oldestFirst: boolean) => ({ kind: 'made', oldestFirst });

describe('the order of a list', () => {
  test.each<[Record<string, unknown>, unknown]>([
    [{}, made(false)],
    [{ sort: 'name' }, byName(false)],
    [{ sort: '-name' }, byName(true)],
    [{ order_by: 'name desc' }, byName(true)],
    [{ sort: 'name:asc' }, byName(false)],
    [{ sort: 'name_desc' }, byName(true)],
    [{ sort_by: 'name', order: 'desc' }, byName(true)],
    [{ sortBy: 'name', sortDirection: 'ascending' }, byName(false)],
    [{ sort: 'created_at' }, made(true)],
    [{ sort: '-created' }, made(false)],
    [{ order: 'asc' }, made(true)],
    [{ order: 'desc' }, made(false)],
    [{ sort: 'colour' }, made(false)],
    [
      { sort: ['-price', 'name'] },
      {
        kind: 'members',
        keys: [
          { member: 'price', descending: true },
          { member: 'name', descending: false },
        ],
      },
    ],
  ])('%j', (query, want) => {
    expect(orderOf(query)).toEqual(want);
  });

  test('the direction that the contract has as default counts', () => {
    expect(orderOf({ sort: 'created' }, { direction: 'desc' })).toEqual(made(false));
  });

  test('numbers by their value, texts by their letters, what has no value last in either direction', () => {
    const items = [{ price: 9 }, { price: 10 }, { name: 'b' }, { price: 9, name: 'a' }];
    const sorted = (descending: boolean) =>
      items.toSorted(
        comparing([
          { member: 'price', descending },
          { member: 'name', descending: false },
        ]),
      );
    expect(sorted(false)).toEqual([{ price: 9, name: 'a' }, { price: 9 }, { price: 10 }, { name: 'b' }]);
    expect(sorted(true)).toEqual([{ price: 10 }, { price: 9, name: 'a' }, { price: 9 }, { name: 'b' }]);
  });
});
