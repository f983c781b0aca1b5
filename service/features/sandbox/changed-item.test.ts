import { describe, expect, test } from 'vitest';
import { aContract } from '../../../contract/model.fixture.ts';
import { mergedItem, mergePatch, replacedItem } from './changed-item.ts';

describe('a merge patch, by the examples of RFC 7396 appendix A', () => {
  test.each<[object, object, object]>([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j + %j', (target, patch, want) => {
    expect(mergePatch(target, patch)).toEqual(want);
  });

  test('cannot reach a prototype', () => {
    const merged = mergePatch({}, JSON.parse('{"__proto__":{"polluted":1}}'));
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
    expect(Object.keys(merged)).toEqual([]);
  });
});

describe('changing an item', () => {
  const schema = {
    type: 'object',
    required: ['id', 'name'],
    properties: {
      id: { type: 'string' },
      name: { type: 'string' },
      note: { type: ['string', 'null'] },
      state: { type: 'string', readOnly: true },
      secret: { type: 'string', writeOnly: true },
      colour: { type: 'string' },
      updated_at: { type: 'string', format: 'date-time' },
    },
  } as const;
  const contract = aContract([]);
  const now = new Date('2026-11-21T10:00:00Z');
  const item = { id: 'a', name: 'Ada', note: 'x', state: 'new', colour: 'red', updated_at: '2026-01-01T00:00:00Z' };
  const said = { id: 'b', name: 'Grace', note: null, state: 'old', secret: 's', extra: 1 };

  test('by PATCH: what is said, not what the platform sets', () => {
    expect(mergedItem(contract, schema, item, said, ['id'], now)).toEqual({
      id: 'a',
      name: 'Grace',
      note: null,
      state: 'new',
      colour: 'red',
      updated_at: '2026-11-21T10:00:00Z',
    });
  });

  test('by PUT: what is not said is gone, but for what the platform sets', () => {
    expect(replacedItem(contract, schema, item, said, ['id'], now)).toEqual({
      id: 'a',
      name: 'Grace',
      note: null,
      state: 'new',
      updated_at: '2026-11-21T10:00:00Z',
    });
  });
});
