import { describe, expect, test } from 'vitest';
import { breakLine, indent, outdent, type Selected, type TextEdit } from './edit-text';

/** `[` and `]` of the sketch are the selection; `|` a caret. */
function selected(sketch: string): Selected {
  const caret = sketch.indexOf('|');
  if (caret !== -1) return { text: sketch.replace('|', ''), start: caret, end: caret };
  const start = sketch.indexOf('<');
  return { text: sketch.replace(/[<>]/g, ''), start, end: sketch.indexOf('>') - 1 };
}

function applied(sketch: string, edit: (selected: Selected) => TextEdit): string {
  const before = selected(sketch);
  const { from, to, insert, start, end } = edit(before);
  const text = before.text.slice(0, from) + insert + before.text.slice(to);
  return start === end
    ? `${text.slice(0, start)}|${text.slice(start)}`
    : `${text.slice(0, start)}<${text.slice(start, end)}>${text.slice(end)}`;
}

describe('Tab', () => {
  test.each([
    ['a|b', 'a  |b'],
    ['a<b>c', 'a  |c'],
    ['a\n<b\nc>\nd', 'a\n  <b\n  c>\nd'],
    ['x<y\n>z', '  x<y\n>z'],
  ])('%j becomes %j', (before, after) => {
    expect(applied(before, indent)).toBe(after);
  });
});

describe('Shift+Tab', () => {
  test.each([
    ['    a|', '  a|'],
    [' a|', 'a|'],
    ['a|', 'a|'],
    ['|    a', '|  a'],
    ['  <a\n    b>', '<a\n  b>'],
    ['\ta|', 'a|'],
  ])('%j becomes %j', (before, after) => {
    expect(applied(before, outdent)).toBe(after);
  });
});

describe('Enter', () => {
  test.each([
    ['  a|', '  a\n  |'],
    ['  "a": {|', '  "a": {\n    |'],
    ['{|}', '{\n  |\n}'],
    ['[| 1', '[\n  | 1'],
    ['  a<b>', '  a\n  |'],
  ])('%j becomes %j', (before, after) => {
    expect(applied(before, breakLine)).toBe(after);
  });
});
