import { expect, test } from 'vitest';
import { parseJsonSource } from './json-source.ts';

test.each([
  ['a word that is none', '{\n  "a": 1,\n  "b": nope\n}', 'x.json:3:9'],
  ['a comma too many', '{\n  "a": [1,\n  2,],\n  "b": 1\n}', 'x.json:3:5'],
  ['a comma too few', '{\n  "a": 1\n  "b": 2\n}', 'x.json:3:3'],
  ['an end too early', '{\n  "a": [1', 'x.json:2:10'],
  ['single quotes', "{\n  'a': 1\n}", 'x.json:2:3'],
  ['a bad escape', '{\n  "a": "\\x"\n}', 'x.json:2:10'],
  ['something behind the end', '{}\n{}', 'x.json:2:1'],
])('%s is refused with its line and column', (_name, text, place) => {
  expect(() => parseJsonSource('x.json', text)).toThrow(`${place}: this is not valid JSON`);
});
