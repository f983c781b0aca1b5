import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isExactDouble, isExactInt64, isExactInteger } from './exact-number';
import { jsonLiteral, type JsonSyntax } from './json-literal';
import { parseJson, type JsonNode } from './parse-json';

const plain: JsonSyntax = {
  string: JSON.stringify,
  isExact: isExactDouble,
  words: { true: 'true', false: 'false', null: 'null' },
  list: ['[', ']'],
  object: () => ['{', '}'],
  name: (name) => `${JSON.stringify(name)}: `,
  step: '  ',
};

describe('a JSON text', () => {
  test('is taken apart into what JSON.parse makes of it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(0, 1, 3), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(valueOf(parseJson(text)!)).toEqual(JSON.parse(text));
      }),
    );
  });

  test.each(['', '{', '[1,]', '{"a" 1}', 'nul', '01', '"\n"'])('is not %j', (text) => {
    expect(parseJson(text)).toBeNull();
  });

  test.each([
    ['numbers that a double cannot hold', '{"n": 9007199254740993}'],
    ['names that come twice', '{"a": 1, "a": 2}'],
    ['half a character', String.raw`["\ud800"]`],
    ['nesting that nobody would write', '['.repeat(60) + ']'.repeat(60)],
    ['nothing in it', '{}'],
    ['a single value', '1'],
  ])('is no literal with %s', (_name, text) => {
    expect(jsonLiteral(text, plain)).toBeNull();
  });

  test('is a literal with short lists on a line, and numbers as they were written', () => {
    expect(jsonLiteral('{"a":[1.50,2],"b":{"c":[]}}', plain)).toBe(
      '{\n  "a": [1.50, 2],\n  "b": {\n    "c": [],\n  },\n}',
    );
  });
});

test.each([
  ['0', true],
  ['1.50', true],
  ['1e5', true],
  ['123456789012345680000', true],
  ['9007199254740993', false],
  ['-0', false],
  ['-0.0', false],
  ['1e400', false],
  ['1e-400', false],
  ['0.1000000000000000055511151231257827', false],
])('%s is the same number as a double: %s', (text, want) => {
  expect(isExactDouble(text)).toBe(want);
});

test.each([
  ['9223372036854775807', true, true],
  ['9223372036854775808', true, false],
  ['-9223372036854775808', true, false],
  ['1.0', false, false],
  ['-0', false, false],
])('%s is a whole number of any size: %s, of 64 bits: %s', (text, anySize, int64) => {
  expect([isExactInteger(text), isExactInt64(text)]).toEqual([anySize, int64]);
});

function valueOf(node: JsonNode): unknown {
  switch (node.kind) {
    case 'string':
      return node.value;
    case 'number':
      return Number(node.text);
    case 'word':
      return JSON.parse(node.word) as unknown;
    case 'list':
      return node.items.map(valueOf);
    case 'object':
      return Object.fromEntries(node.members.map(([name, member]) => [name, valueOf(member)]));
  }
}
