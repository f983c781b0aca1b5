import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeCsv } from './write-csv.ts';

const read = (text: string): string[][] => parse(text, { bom: true, record_delimiter: '\r\n' });

test('is CSV as spreadsheets read it', () => {
  const text = writeCsv(['name', 'count', 'since'], [['Uni "Köln", 1', 3, null]]);
  expect(text).toBe('\uFEFFname,count,since\r\n"Uni ""Köln"", 1",3,\r\n');
});

test.each([
  '=HYPERLINK("https://evil.example","Click")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '＝1',
  '-- Uni',
])('%j is text, not a formula', (name) => {
  expect(read(writeCsv(['name'], [[name]]))[1]).toEqual([`'${name}`]);
});

test('numbers stay numbers, also below zero', () => {
  expect(read(writeCsv(['n'], [[-5], [0]]))).toEqual([['n'], ['-5'], ['0']]);
});

test('whatever a text holds, one reads it back, and no cell begins as a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (rows) => {
      const [, ...found] = read(writeCsv(['a', 'b'], rows));
      expect(found.map((cells) => cells.map((cell) => cell.replace(/^'/, '')))).toEqual(
        rows.map((cells) => cells.map((cell) => cell.replace(/^'/, ''))),
      );
      for (const cell of found.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});
