import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editJson, nodeAt, type JsonEdit, type JsonPath } from './edit-json';
import { readJsonTree, valueOfNode, type JsonNode } from './json-tree';
import { findJsonFault } from './scan-json';

describe('a JSON text is changed at one place', () => {
  const text = '{\n  "a": 1.0,\n  "list": [1, 2],\n  "a:\\"b": {}\n}';
  test.each<[string, JsonEdit, string]>([
    ['a value', { kind: 'set', path: [0], json: '"x"' }, '{\n  "a": "x",\n  "list": [1, 2],\n  "a:\\"b": {}\n}'],
    [
      'an item comes',
      { kind: 'add', path: [1], name: null, json: '{\n  "b": 3\n}' },
      text.replace('2]', '2, {"b": 3}]'),
    ],
    [
      'a member comes',
      { kind: 'add', path: [2], name: 'n', json: '[\n  1\n]' },
      text.replace('{}', '{\n    "n": [\n      1\n    ]\n  }'),
    ],
    ['a member goes', { kind: 'remove', path: [1] }, '{\n  "a": 1.0,\n  "a:\\"b": {}\n}'],
    ['the last goes', { kind: 'remove', path: [2] }, '{\n  "a": 1.0,\n  "list": [1, 2]\n}'],
    ['items change places', { kind: 'move', path: [1, 1], by: -1 }, text.replace('1, 2', '2, 1')],
    ['the last stays last', { kind: 'move', path: [1, 1], by: 1 }, text],
    ['a name', { kind: 'rename', path: [2], name: 'c' }, text.replace('"a:\\"b"', '"c"')],
    ['a place that is not there', { kind: 'set', path: [7, 1], json: '1' }, text],
  ])('%s', (_name, edit, want) => {
    expect(editJson(text, edit)).toBe(want);
  });

  test('an empty text is begun, one that is no JSON stays', () => {
    expect(editJson(' ', { kind: 'add', path: [], name: 'a', json: '1' })).toBe('{\n  "a": 1\n}');
    expect(editJson('', { kind: 'add', path: [], name: null, json: '1' })).toBe('[\n  1\n]');
    expect(editJson('{"a":', { kind: 'add', path: [], name: 'b', json: '1' })).toBe('{"a":');
  });
});

const spaces = fc.constantFrom(undefined, 2, '\t');
const document = fc
  .tuple(fc.jsonValue({ maxDepth: 4 }), spaces)
  .map(([value, space]) => JSON.stringify(value, null, space));

describe('whatever the text is', () => {
  test('its tree says the same as the text', () => {
    fc.assert(
      fc.property(document, (text) => {
        const root = readJsonTree(text);
        expect(root && valueOfNode(text, root)).toEqual(withoutOddNumbers(JSON.parse(text)));
      }),
    );
  });

  test('it is JSON for the tree exactly where it is JSON for the marks', () => {
    fc.assert(
      fc.property(document, fc.nat(), fc.constantFrom('', ',', '"', '}', '0', '\\'), (text, at, more) => {
        const cut = at % (text.length + 1);
        const broken = text.slice(0, cut) + more + text.slice(cut + 1);
        expect(readJsonTree(broken) === null).toBe(findJsonFault(broken) !== null);
      }),
    );
  });

  test('a value that is set is there, and everything around it is untouched', () => {
    fc.assert(
      fc.property(document, fc.array(fc.nat(5), { maxLength: 4 }), fc.jsonValue(), (text, steps, value) => {
        const root = readJsonTree(text)!;
        const path = existing(root, steps);
        const node = nodeAt(root, path)!;
        const json = JSON.stringify(value);
        const next = editJson(text, { kind: 'set', path, json });
        expect(next).toBe(text.slice(0, node.from) + json + text.slice(node.to));
      }),
    );
  });

  test('what is added last and removed leaves the same value', () => {
    fc.assert(
      fc.property(document, fc.array(fc.nat(5), { maxLength: 4 }), fc.jsonValue(), (text, steps, value) => {
        const root = readJsonTree(text)!;
        const path = existing(root, steps);
        const node = nodeAt(root, path)!;
        if (node.kind !== 'object' && node.kind !== 'array') return;
        const name = node.kind === 'object' ? 'new one' : null;
        const added = editJson(text, { kind: 'add', path, name, json: JSON.stringify(value, null, 2) });
        const inside = nodeAt(readJsonTree(added)!, path)?.children.at(-1);
        expect(inside?.name).toBe(name);
        expect(JSON.parse(added.slice(inside?.node.from, inside?.node.to))).toEqual(JSON.parse(JSON.stringify(value)));
        const removed = editJson(added, { kind: 'remove', path: [...path, node.children.length] });
        expect(JSON.parse(removed)).toEqual(JSON.parse(text));
      }),
    );
  });
});

/** The steps as far as they lead to something. */
function existing(root: JsonNode, steps: JsonPath): JsonPath {
  const path: number[] = [];
  for (const step of steps) {
    const count = nodeAt(root, path)?.children.length ?? 0;
    if (count === 0) break;
    path.push(step % count);
  }
  return path;
}

function withoutOddNumbers(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, one: unknown) =>
    typeof one === 'number' && String(one) !== JSON.stringify(one) ? String(one) : one,
  ) as unknown;
}
