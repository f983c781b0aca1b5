import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textBetween, type JsonIndex } from './json-index';
import { indexJson, JsonIndexer } from './json-indexer';
import { nearestNode, nodeAt, pointerOf } from './pointers';
import { closing, firstFolds, indentedLines, rowOfNode, unfoldTo, visibleNodes } from './rows';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const indexOf = (text: string) => indexJson(bytesOf(text));
/** What is said of the values; beyond the last the tables have room. */
const tablesOf = ({ count, fault, bytes: _, ...tables }: JsonIndex) => ({
  fault,
  tables: Object.entries(tables).map(([name, table]) => [name, [...table.subarray(0, count)]]),
});
const offer = '{"id":"off_1","holder":{"name":"Ada"},"tags":["a","b"],"none":[]}';

describe('the index of a JSON text', () => {
  test('knows every value by its pointer, in any text that is JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), fc.integer({ min: 1, max: 30 }), (any, indent, stepBytes) => {
        const value: unknown = JSON.parse(JSON.stringify(any));
        const indexer = new JsonIndexer(bytesOf(JSON.stringify(value, null, indent)));
        while (!indexer.step(stepBytes));
        const index = indexer.result();
        expect(index.fault).toBeNull();
        for (let node = 0; node < index.count; node += 1) {
          const pointer = pointerOf(index, node);
          expect(nearestNode(index, pointer)).toEqual({ node, isExact: true });
          const text = textBetween(index, index.start[node] ?? 0, index.end[node] ?? 0);
          expect(JSON.parse(text)).toEqual(valueAt(value, pointer));
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each<[string, string, number, string]>([
    ['a missing comma', '[1 2]', 3, 'a comma, or the end of the list or object'],
    ['a missing colon', '{"a" 1}', 5, 'a colon'],
    ['a trailing comma', '{"a":1,}', 7, 'a name in double quotes'],
    ['an unknown word', '[nul]', 1, 'a value or ]'],
    ['a number that breaks off', '[1.]', 3, 'a digit'],
    ['a string without an end', '["ab', 4, 'the end of the string: "'],
    ['a string with a line break', '["a\nb"]', 3, 'the end of the string: "'],
    ['an unknown escape', '["\\x"]', 3, 'the end of the string: "'],
    ['nothing', '', 0, 'a value'],
    ['two values', '1 2', 2, 'nothing more'],
    ['an answer that was cut', '{"a":{"b":1', 11, 'a comma, or the end of the list or object'],
  ])('says where %s stands', (_, text, at, expected) => {
    expect(indexOf(text).fault).toEqual({ at, expected });
  });

  test('is the same where the text comes in pieces, cut anywhere', () => {
    const broken = fc.tuple(fc.json(), fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1)));
    const pieces = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });
    fc.assert(
      fc.property(
        fc.oneof(fc.json(), broken, fc.string()),
        pieces,
        fc.integer({ min: 1, max: 30 }),
        (text, sizes, step) => {
          const bytes = bytesOf(text);
          const indexer = new JsonIndexer(bytes.subarray(0, 3), undefined, bytes.length <= 3);
          for (let length = 3, turn = 0; length < bytes.length; turn += 1) {
            length += sizes[turn % sizes.length] ?? 1;
            indexer.grow(bytes.subarray(0, length), length >= bytes.length);
            while (!indexer.isWaiting && !indexer.step(step));
          }
          while (!indexer.step(step));
          expect(tablesOf(indexer.result())).toEqual(tablesOf(indexJson(bytes)));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('keeps what came before the text broke off', () => {
    const index = indexOf('{"a":{"b":1,"c":"x');
    expect([...visibleNodes(index, new Uint8Array(index.count))].map((node) => pointerOf(index, node))).toEqual([
      '',
      '/a',
      '/a/b',
    ]);
  });

  test('is cut at a number of values', () => {
    expect(indexJson(bytesOf('[1,2,3,4]'), 3)).toMatchObject({ count: 3, fault: { expected: 'at most 3 values' } });
  });

  test('reads 20,000 levels, and a byte order mark', () => {
    expect(indexOf('['.repeat(20_000) + ']'.repeat(20_000))).toMatchObject({ count: 20_000, fault: null });
    expect(indexOf('\uFEFF{"a":1}')).toMatchObject({ count: 2, fault: null });
  });

  test('finds the node of a byte, and what stands around a member that is missing', () => {
    const index = indexOf(offer);
    expect(pointerOf(index, nodeAt(index, offer.indexOf('Ada')))).toBe('/holder/name');
    expect(pointerOf(index, nearestNode(index, '/holder/email').node)).toBe('/holder');
  });
});

describe('rows', () => {
  const index = indexOf(offer);
  const open = new Uint8Array(index.count);

  test('are one a value; nothing below what is folded', () => {
    const folded = open.slice();
    folded[nearestNode(index, '/holder').node] = 1;
    const rows = visibleNodes(index, folded);
    expect([...rows].map((node) => pointerOf(index, node))).toEqual([
      '',
      '/id',
      '/holder',
      '/tags',
      '/tags/0',
      '/tags/1',
      '/none',
    ]);
    expect(rowOfNode(rows, nearestNode(index, '/holder/name').node)).toBe(2);
    expect(visibleNodes(index, unfoldTo(index, folded, nearestNode(index, '/holder/name').node))).toHaveLength(8);
  });

  test('of the indented text are those that JSON.stringify makes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const wanted = JSON.stringify(value, null, 2).split('\n');
        expect(indentedLines(indexOf(JSON.stringify(value))).lines).toHaveLength(wanted.length);
      }),
    );
    expect([...indentedLines(index).lines].filter((line) => line >= closing)).toHaveLength(3);
  });

  test('are few at first, with the root open', () => {
    const many = indexOf(JSON.stringify(Array.from({ length: 1000 }, (_, id) => ({ id, more: { a: 1 } }))));
    expect(visibleNodes(many, firstFolds(many))).toHaveLength(1001);
    expect(visibleNodes(index, firstFolds(index))).toHaveLength(8);
  });
});

function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (at, step) => (at as Record<string, unknown>)[step.replaceAll('~1', '/').replaceAll('~0', '~')],
      value,
    );
}
