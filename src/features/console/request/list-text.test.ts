import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsOf, textOfRows } from './list-text';

const filled = fc.record({ name: fc.string({ minLength: 1 }), text: fc.string({ minLength: 1 }) });

describe('a list as fields', () => {
  test('is the same after it was read, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(filled), (rows) => {
        const texts = rows.map(({ text }) => text);
        expect(rowsOf(textOfRows(rows, 'array'), 'array')?.map(({ text }) => text)).toEqual(texts);
      }),
    );
  });

  test('an object likewise', () => {
    const rows = fc.uniqueArray(filled, { selector: ({ name }) => name });
    fc.assert(
      fc.property(rows, (members) => {
        const read = rowsOf(textOfRows(members, 'object'), 'object') ?? [];
        expect(Object.fromEntries(read.map(({ name, text }) => [name, text]))).toEqual(
          Object.fromEntries(members.map(({ name, text }) => [name, text])),
        );
      }),
    );
  });

  test('leaves empty rows out, and is nothing where all are', () => {
    expect(
      textOfRows(
        [
          { name: '', text: 'a' },
          { name: '', text: '' },
        ],
        'array',
      ),
    ).toBe('["a"]');
    expect(
      textOfRows(
        [
          { name: '', text: 'a' },
          { name: 'b', text: '' },
        ],
        'object',
      ),
    ).toBe('');
  });

  test.each([
    ['12', '[12]'],
    ['9007199254740993', '[9007199254740993]'],
    ['true', '[true]'],
    ['many', '["many"]'],
    ['012', '["012"]'],
  ])('of numbers keeps %s as it was typed', (text, want) => {
    expect(textOfRows([{ name: '', text }], 'array', () => false)).toBe(want);
  });

  test.each([
    ['[["nested"]]', 'array'],
    ['{"a":{"b":1}}', 'object'],
    ['not JSON', 'array'],
    ['{"a":1}', 'array'],
    ['[1]', 'object'],
  ] as const)('%s is edited as JSON where an %s is asked for', (text, holds) => {
    expect(rowsOf(text, holds)).toBeNull();
  });
});
