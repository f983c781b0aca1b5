import { expect, test } from 'vitest';
import { nearestLine, rangeOfLine } from './nearest-line';

const text = '{\n  "holder": {\n    "name": 7\n  }\n}';

test.each([
  ['/holder/name', 3],
  ['/holder/email', 2],
  ['/claims', 1],
  ['', 1],
])('%s is nearest to line %i', (pointer, line) => {
  expect(nearestLine(text, pointer)).toBe(line);
});

test.each([
  [1, '{'],
  [3, '    "name": 7'],
  [5, '}'],
  [9, ''],
])('line %i is %j', (line, want) => {
  expect(text.slice(...rangeOfLine(text, line))).toBe(want);
});
