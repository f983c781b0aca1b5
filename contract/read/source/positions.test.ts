import fc from 'fast-check';
import { stringify } from 'yaml';
import { expect, test } from 'vitest';
import { toPointer, valueAt } from '../json-pointer.ts';
import { parseSource } from './index.ts';
import { jsonOffsets } from './json-offsets.ts';

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
