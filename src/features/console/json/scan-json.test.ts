import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findJsonFault, lineOfPointer } from './scan-json';

describe('a text that is not JSON', () => {
  test.each([
    ['', 1, 1, 'a value'],
    ['{\n  "a": 1,\n}', 3, 1, 'a name in double quotes'],
    ['{"a" 1}', 1, 6, 'a colon'],
    ['{"a": 1 "b": 2}', 1, 9, 'a comma or }'],
    ['[1, 2', 1, 6, 'a comma or ]'],
    ['[1,]', 1, 4, 'a value'],
    ['{a: 1}', 1, 2, 'a name in double quotes'],
    ["{'a': 1}", 1, 2, 'a name in double quotes'],
    ['"open', 1, 6, 'the end of the string: "'],
    ['"a\nb"', 1, 3, 'the end of the string: "'],
    [String.raw`"\x"`, 1, 2, 'a known escape'],
    ['01', 1, 2, 'nothing more'],
    ['{} {}', 1, 4, 'nothing more'],
    ['undefined', 1, 1, 'a value'],
  ])('%j is faulty at line %i, column %i: %s', (text, line, column, expected) => {
    expect(findJsonFault(text)).toEqual({ line, column, expected });
  });

  test('is found to be so exactly where JSON.parse refuses it', () => {
    const json = fc.json();
    const damaged = fc
      .tuple(json, fc.nat(), fc.constantFrom('', ',', '"', '{', ']', '\\', '0', ' '))
      .map(
        ([text, at, damage]) =>
          text.slice(0, at % (text.length + 1)) + damage + text.slice((at % (text.length + 1)) + 1),
      );
    fc.assert(
      fc.property(fc.oneof(json, damaged, fc.string()), (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect(findJsonFault(text) === null).toBe(isJson);
      }),
      { numRuns: 2000 },
    );
  });

  test('is said to be nested too deep, not thrown', () => {
    expect(findJsonFault('['.repeat(200_000))).toMatchObject({ expected: 'less nesting' });
  });
});

describe('the line of a JSON pointer', () => {
  const text = '{\n  "a": [\n    1,\n    {"b/c~d": true}\n  ],\n  "": null\n}';
  test.each([
    ['', 1],
    ['/a', 2],
    ['/a/0', 3],
    ['/a/1/b~1c~0d', 4],
    ['/', 6],
    ['/nothing', null],
    ['/a/7', null],
  ])('%s is %s', (pointer, line) => {
    expect(lineOfPointer(text, pointer)).toBe(line);
  });
});
