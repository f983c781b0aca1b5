import { describe, expect, test } from 'vitest';
import { jsonPatch } from './json-patch.ts';

/** The examples of RFC 6902, appendix A. */
describe('JSON Patch', () => {
  test.each<[string, unknown, readonly unknown[], unknown]>([
    ['A.1 adds a member', { foo: 'bar' }, [{ op: 'add', path: '/baz', value: 'qux' }], { baz: 'qux', foo: 'bar' }],
    ['A.2 adds an element', { foo: [1, 2] }, [{ op: 'add', path: '/foo/1', value: 9 }], { foo: [1, 9, 2] }],
    ['A.3 removes a member', { baz: 1, foo: 2 }, [{ op: 'remove', path: '/baz' }], { foo: 2 }],
    ['A.4 removes an element', { foo: [1, 9, 2] }, [{ op: 'remove', path: '/foo/1' }], { foo: [1, 2] }],
    ['A.5 replaces', { baz: 'qux', foo: 1 }, [{ op: 'replace', path: '/baz', value: 'boo' }], { baz: 'boo', foo: 1 }],
    ['A.6 moves a value', { a: { b: 1 }, c: {} }, [{ op: 'move', from: '/a/b', path: '/c/d' }], { a: {}, c: { d: 1 } }],
    ['A.7 moves an element', { foo: [1, 2, 3] }, [{ op: 'move', from: '/foo/0', path: '/foo/2' }], { foo: [2, 3, 1] }],
    [
      'A.8 tests',
      { baz: 'qux', foo: ['a', 2] },
      [{ op: 'test', path: '/foo/1', value: 2 }],
      { baz: 'qux', foo: ['a', 2] },
    ],
    ['A.10 adds an object', { foo: 1 }, [{ op: 'add', path: '/child', value: { a: 1 } }], { foo: 1, child: { a: 1 } }],
    ['A.14 knows ~0 and ~1', { '/': 9, '~1': 10 }, [{ op: 'replace', path: '/~01', value: 1 }], { '/': 9, '~1': 1 }],
    ['A.16 appends', { foo: ['a'] }, [{ op: 'add', path: '/foo/-', value: ['b'] }], { foo: ['a', ['b']] }],
    ['the whole', { foo: 1 }, [{ op: 'replace', path: '', value: { bar: 2 } }], { bar: 2 }],
  ])('%s', (_name, target, operations, want) => {
    const before = structuredClone(target);
    expect(jsonPatch(target, operations)).toEqual({ kind: 'patched', value: want });
    expect(target).toEqual(before);
  });

  test.each<[string, unknown, readonly unknown[], string]>([
    ['A.9 a test that fails', { baz: 'qux' }, [{ op: 'test', path: '/baz', value: 'bar' }], 'conflict'],
    ['A.12 no such holder', { foo: 'bar' }, [{ op: 'add', path: '/baz/bat', value: 'qux' }], 'impossible'],
    ['A.15 10 is not "10"', { '/': 9, '~1': 10 }, [{ op: 'test', path: '/~01', value: '10' }], 'conflict'],
    ['beyond an end', { foo: [1] }, [{ op: 'add', path: '/foo/3', value: 2 }], 'impossible'],
    ['nothing to remove', {}, [{ op: 'remove', path: '/foo' }], 'impossible'],
    ['into itself', { a: {} }, [{ op: 'move', from: '/a', path: '/a/b' }], 'impossible'],
    ['the prototype', {}, [{ op: 'add', path: '/__proto__', value: {} }], 'impossible'],
    ['an unknown operation', {}, [{ op: 'swap', path: '/a' }], 'impossible'],
  ])('refuses %s, and changes nothing', (_name, target, operations, kind) => {
    expect(jsonPatch(target, operations).kind).toBe(kind);
  });
});
