import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { prettyBody } from './pretty-body';

test('a JSON body reads as JSON.stringify would indent it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(prettyBody(JSON.stringify(value), 'json')).toBe(JSON.stringify(value, null, 2));
    }),
  );
});

test.each([
  ['{"n":12345678901234567890.10,"n":1}', '{\n  "n": 12345678901234567890.10,\n  "n": 1\n}'],
  ['{"a": "\\u0041", "b": []}', '{\n  "a": "\\u0041",\n  "b": []\n}'],
  ['{"a":1}\n{"a":2}', '{"a":1}\n{"a":2}'],
  ['<html>', '<html>'],
])('%s keeps its digits and escapes', (text, want) => {
  expect(prettyBody(text, 'json')).toBe(want);
});

test('other languages stay as they came', () => {
  expect(prettyBody('{"a":1}', 'text')).toBe('{"a":1}');
});
