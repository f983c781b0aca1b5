import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonError } from './json-error.ts';
import { readJson } from './read-json.ts';

describe('a body that is no JSON', () => {
  test.each([
    ['{"a": }', 'At line 1, column 7, a value was expected.'],
    ['{"a":1,}', 'At line 1, column 8, a name in double quotes was expected.'],
    ['{\n "a": 1,\n "b": x\n}', 'At line 3, column 7, a value was expected.'],
    ['{', 'It ends too early: at line 1, column 2, a name or } was expected.'],
    ['[1,2', 'It ends too early: at line 1, column 5, a comma or ] was expected.'],
    [
      '"abc',
      'It ends too early: at line 1, column 5, a string that ends, without line breaks and unknown escapes was expected.',
    ],
    ['', 'It ends too early: at line 1, column 1, a value was expected.'],
    ['{"a":1} x', 'At line 1, column 9, nothing more was expected.'],
    ['{a:1}', 'At line 1, column 2, a name or } was expected.'],
    ['{"a":01}', 'At line 1, column 7, a comma or } was expected.'],
    ["{'a':1}", 'At line 1, column 2, a name or } was expected.'],
    ['{"a":"\\x"}', 'At line 1, column 7, a string that ends, without line breaks and unknown escapes was expected.'],
    ['nul', 'At line 1, column 1, a value was expected.'],
    ['[1 2]', 'At line 1, column 4, a comma or ] was expected.'],
    ['{"a" 1}', 'At line 1, column 6, a colon was expected.'],
  ])('%j', (text, reason) => {
    expect(readJson(text)).toEqual({ kind: 'malformed', reason });
  });

  test('wherever it is cut or changed, a place is found', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), fc.string({ minLength: 1, maxLength: 1 }), (json, where, character) => {
        const at = where % json.length;
        for (const text of [json.slice(0, at), json.slice(0, at) + character + json.slice(at + 1)]) {
          if (readJson(text).kind !== 'malformed') continue;
          const { position } = jsonError(text);
          expect(position).toBeGreaterThanOrEqual(0);
          expect(position).toBeLessThanOrEqual(text.length);
          // What is before the place could still have become JSON: it is not wrong earlier.
          expect(jsonError(text.slice(0, position)).position).toBe(position);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a body that is dangerous behind the gateway', () => {
  test('is refused when it is nested too deeply, however deeply', () => {
    for (const depth of [70, 100_000]) {
      const reading = readJson('['.repeat(depth) + ']'.repeat(depth));
      expect(reading).toMatchObject({ kind: 'refused', reason: expect.stringContaining('nested') as string });
    }
    expect(readJson('['.repeat(64) + ']'.repeat(64)).kind).toBe('read');
  });

  test('is refused when it has __proto__ at any depth', () => {
    expect(readJson('{"a":[{"__proto__":{"polluted":true}}]}')).toMatchObject({
      kind: 'refused',
      at: '/a/0/__proto__',
    });
    expect(readJson('{"a/b":{"__proto__":1}}')).toMatchObject({ at: '/a~1b/__proto__' });
  });
});

test('JSON is read', () => {
  expect(readJson(' {"a":[1,"é",null]} ')).toEqual({ kind: 'read', value: { a: [1, 'é', null] } });
});

describe('a body that two programs would read as two things', () => {
  test.each(['{"a":1,"a":2}', '{"a":1,"\\u0061":2}', '[{"x":{"a":":","a":[]}}]'])('%s is refused', (text) => {
    expect(readJson(text)).toMatchObject({ kind: 'refused', reason: 'has an object with the same name twice' });
  });

  test('no JSON without a name twice is', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => readJson(JSON.stringify(value, null, 1)).kind === 'read'));
  });

  test('with more values than can be looked at in good time is refused before it is parsed', () => {
    expect(readJson(`[${'1,'.repeat(250_000)}1]`)).toMatchObject({ kind: 'refused', at: '' });
  });
});
