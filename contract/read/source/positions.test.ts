import fc from 'fast-check';
import { parseDocument, stringify } from 'yaml';
import { expect, test } from 'vitest';
import { toPointer, valueAt } from '../json-pointer.ts';
import { parseYamlCarefully } from './careful-yaml.ts';
import { parseSource } from './index.ts';
import { jsonOffsets } from './json-offsets.ts';
import { parseYamlSource } from './yaml-source.ts';

/** Every pointer of a value. */
function pointersOf(value: unknown, keys: string[] = []): string[] {
  const below = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [toPointer(keys), ...below.flatMap(([key, item]) => pointersOf(item, [...keys, key]))];
}

const documents = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }), { noNullPrototype: true });

test('in JSON, a member is found at its key and an item at its first character', () => {
  fc.assert(
    fc.property(documents, fc.constantFrom(0, 1), (document, indent) => {
      const text = JSON.stringify(document, null, indent);
      const parsed: unknown = JSON.parse(text);
      const offsets = jsonOffsets(text, pointersOf(parsed));
      for (const [pointer, offset] of offsets) {
        const key = pointer
          .slice(pointer.lastIndexOf('/') + 1)
          .replaceAll('~1', '/')
          .replaceAll('~0', '~');
        const isItem = Array.isArray(valueAt(parsed, pointer.slice(0, Math.max(pointer.lastIndexOf('/'), 0))));
        const wanted = pointer === '' ? text : isItem ? JSON.stringify(valueAt(parsed, pointer)) : JSON.stringify(key);
        // An indented item begins like the unindented one.
        expect(text.slice(offset)[0]).toBe(wanted[0]);
        if (!isItem) expect(text.startsWith(wanted, offset)).toBe(true);
      }
    }),
  );
});

test('in YAML, a member is found on the line of its key', () => {
  const document = { info: { title: 'T' }, tags: [{ name: 'a' }, { name: 'b' }], paths: { '/a': { get: {} } } };
  const source = parseSource('x.yaml', stringify(document));
  const found = source.locate(['/info/title', '/tags/1/name', '/paths/~1a/get', '/paths/~1a/none', '']);
  expect([...found.values()]).toEqual([
    { line: 2, column: 3 },
    { line: 5, column: 5 },
    { line: 8, column: 5 },
    { line: 7, column: 3 },
    { line: 1, column: 1 },
  ]);
});

test('what is not in the text has the place of what is around it', () => {
  const source = parseSource('x.json', '{\n "a": {\n  "b": [1]\n }\n}');
  const found = source.locate(['/a/c/d', '/a/b/7', '/z']);
  expect(Object.fromEntries(found)).toEqual({
    '/a/c/d': { line: 2, column: 2 },
    '/a/b/7': { line: 3, column: 3 },
    '/z': { line: 1, column: 1 },
  });
});

test.each([
  ['x.json', '{"a":1}'],
  ['x.yaml', '{"a":1}'],
  ['x.yaml', '{a: 1}'],
  ['x', 'a: 1'],
  ['x.JSON', ' {"a":1}'],
])('%s with %s is parsed by what it holds', (file, text) => {
  expect(parseSource(file, text).value).toEqual({ a: 1 });
});

test('the quick reader of YAML and the careful one find the same values at the same places', () => {
  const options = fc.record({
    defaultStringType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const),
    collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
    indentSeq: fc.boolean(),
    indent: fc.integer({ min: 2, max: 4 }),
    lineWidth: fc.constantFrom(0, 30, 80),
    blockQuote: fc.constantFrom(true, false, 'literal' as const, 'folded' as const),
  });
  fc.assert(
    fc.property(documents, options, (document, style) => {
      const text = stringify(document, { ...style, aliasDuplicateObjects: false });
      // The library does not read all that it writes: a block below an empty key.
      fc.pre(parseDocument(text).errors.length === 0);
      const quick = parseYamlSource('x.yaml', text);
      const careful = parseYamlCarefully('x.yaml', text);
      expect(quick.value).toEqual(careful.value);
      const pointers = pointersOf(quick.value);
      expect(quick.locate(pointers)).toEqual(careful.locate(pointers));
    }),
  );
});

test.each([
  '012',
  '0b1',
  '0x1f',
  '-0x1f',
  '0o17',
  '1_000',
  '1e3',
  '.5',
  '-.inf',
  '.NaN',
  '2020-01-01',
  'yes',
  'Null',
  '~',
  '!!str 1',
  '<<',
])('both read %s as the core schema of YAML 1.2 does', (text) => {
  expect(parseYamlSource('x.yaml', `a: ${text}`).value).toEqual(parseYamlCarefully('x.yaml', `a: ${text}`).value);
});

test('what aliases and merge keys bring has the place where it is written, or of the mapping that takes it', () => {
  const source = parseYamlSource(
    'x.yaml',
    '# c\n---\na: &a\n  b: { c: 1, "d": [2, 3] }\ne: *a\nf:\n  <<: *a\n  g: 1\n',
  );
  expect(Object.fromEntries(source.locate(['/e/b/d/1', '/f/b', '/f/g', '']))).toEqual({
    '/e/b/d/1': { line: 4, column: 23 },
    '/f/b': { line: 6, column: 1 },
    '/f/g': { line: 8, column: 3 },
    '': { line: 3, column: 1 },
  });
});
