import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteFinder } from '../find/find-bytes';
import { needleInJson, nodesOf, rowsOf } from '../find/found-places';
import { atOnce, inSlices } from '../in-slices';
import { indexJson } from '../json-index/json-indexer';
import { pointerOf } from '../json-index/pointers';
import { indentedLines } from '../json-index/rows';
import { indentedLength, indentedRow, treeRow } from './json-row';
import { pixelOfRow, placeAfterScroll, placeAt, rowAtPixel, rowHeight, wrappedEnds } from './scroll-window';
import { LineFinder, textOfRow } from './text-lines';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (pieces: readonly { text: string }[]) => pieces.map(({ text }) => text).join('');

describe('the rows of a JSON text', () => {
  test('are those of JSON.stringify, and are never longer than was thought', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const index = indexJson(bytesOf(JSON.stringify(value)));
        const lines = [...indentedLines(index).lines];
        const shown = lines.map((line) => textOf(indentedRow(index, line, 1e6)));
        expect(shown.join('\n')).toBe(JSON.stringify(value, null, 2));
        shown.forEach((text, at) => expect(indentedLength(index, lines[at] ?? 0)).toBeGreaterThanOrEqual(text.length));
      }),
    );
  });

  test('keep digits and repeated names as they came', () => {
    const index = indexJson(bytesOf('{"a":1.0,"a":12345678901234567890}'));
    expect([...indentedLines(index).lines].map((line) => textOf(indentedRow(index, line, 99)))).toEqual([
      '{',
      '  "a": 1.0,',
      '  "a": 12345678901234567890',
      '}',
    ]);
  });

  test('say of a folded object how it begins, and of a long value how much there is of it', () => {
    const index = indexJson(bytesOf(`{"a":{"b":[1,2]},"c":"${'x'.repeat(50)}"}`));
    expect(textOf(treeRow(index, 1, true, 20))).toBe('"a": {"b":[1,2]}  1 member');
    expect(textOf(treeRow(index, 2, false, 20))).toBe('"b": [ 2 items');
    expect(textOf(treeRow(index, 3, false, 20))).toBe('0: 1');
    expect(textOf(treeRow(index, 5, false, 10))).toBe('"c": "xxxxxxxxx… and 42 more bytes');
  });
});

describe('the rows of a text', () => {
  const rowsIn = (text: string) => {
    const lines = atOnce(new LineFinder(bytesOf(text)));
    return Array.from(lines.starts, (_, row) => textOfRow(lines, row));
  };

  test('end at its line breaks', () => {
    expect(rowsIn('a\r\nb\n\nc\n')).toEqual(['a', 'b', '', 'c']);
    expect(rowsIn('')).toEqual(['']);
  });

  test('are cut where a line is very long, never within a character', () => {
    const text = 'é€😀x'.repeat(3000);
    const rows = rowsIn(text);
    expect(rows.join('')).toBe(text);
    expect(rows.length).toBeGreaterThan(10);
  });
});

describe('finding', () => {
  test('finds what String.indexOf finds, a to z without regard to case, also in small steps', async () => {
    const text = fc.stringMatching(/^[abABé€"]{0,60}$/);
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.stringMatching(/^[abAé]{1,3}$/),
        fc.integer({ min: 1, max: 9 }),
        async (hay, query, by) => {
          const finder = new ByteFinder(bytesOf(hay), query);
          while (!finder.step(by));
          const wanted: number[] = [];
          const low = hay.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
          const needle = query.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
          for (let at = low.indexOf(needle); at !== -1; at = low.indexOf(needle, at + needle.length)) {
            wanted.push(bytesOf(hay.slice(0, at)).length);
          }
          expect([...finder.result().offsets]).toEqual(wanted);
          expect([
            ...(await inSlices(new ByteFinder(bytesOf(hay), query), new AbortController().signal))!.offsets,
          ]).toEqual(wanted);
        },
      ),
    );
  });

  test('leads to the members that hold it, by name or value', () => {
    const text = '{"id":"off_1","holder":{"name":"Ada \\"x\\"","id":7}}';
    const index = indexJson(bytesOf(text));
    const find = (query: string) =>
      [...nodesOf(index, atOnce(new ByteFinder(index.bytes, needleInJson(query))).offsets)].map((node) =>
        pointerOf(index, node),
      );
    expect(find('ID')).toEqual(['/id', '/holder/id']);
    expect(find('a "x')).toEqual(['/holder/name']);
    expect(find('{')).toEqual([]);
  });

  test('leads to the rows of a text', () => {
    const { bytes, starts } = atOnce(new LineFinder(bytesOf('ab\ncd ab ab\nxx\nab')));
    expect([...rowsOf(starts, atOnce(new ByteFinder(bytes, 'AB')).offsets)]).toEqual([0, 1, 3]);
  });

  test('is called off', async () => {
    expect(await inSlices(new ByteFinder(bytesOf('aaa'), 'a'), AbortSignal.abort())).toBeNull();
  });
});

describe('scrolling', () => {
  const size = { whole: 100_000_000, box: 400 };

  test('of a short list is that of its box', () => {
    expect(placeAfterScroll({ scrollTop: 0, shift: 0 }, 90, { whole: 5000, box: 400 })).toEqual({
      scrollTop: 90,
      shift: 0,
    });
  });

  test('of a list too long for a box moves pixel by pixel, and by share of the whole where the bar is dragged', () => {
    const dragged = placeAfterScroll({ scrollTop: 0, shift: 0 }, 4_000_000, size);
    expect((dragged.scrollTop + dragged.shift) / size.whole).toBeCloseTo(0.5, 3);
    const wheeled = placeAfterScroll(dragged, 4_000_100, size);
    expect(wheeled.scrollTop + wheeled.shift - dragged.scrollTop - dragged.shift).toBe(100);
    const end = placeAfterScroll(wheeled, 8_000_000 - 400, size);
    expect(end.scrollTop + end.shift).toBeCloseTo(size.whole - size.box, 3);
  });

  test('reaches any row', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000 }), (row) => {
        const { scrollTop, shift } = placeAt(pixelOfRow(row, null), size);
        expect(rowAtPixel(scrollTop + shift + 1, 4_761_904, null)).toBe(row);
      }),
    );
  });

  test('knows rows that are broken over several lines', () => {
    const ends = wrappedEnds(4, 10, (row) => [5, 25, 0, 10][row] ?? 0);
    expect([...ends]).toEqual([1, 4, 5, 6]);
    expect([0, 1, 3, 4, 5].map((line) => rowAtPixel(line * rowHeight, 4, ends))).toEqual([0, 1, 1, 2, 3]);
    expect(pixelOfRow(2, ends)).toBe(4 * rowHeight);
  });
});
