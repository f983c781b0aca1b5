// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KeptAnswer } from '../history-entry';
import { answeredEntry } from '../history.fixture';
import { compareAnswers, compareBodies } from './compare-answers';
import { compareJson } from './compare-json';
import { compareLines } from './compare-lines';
import { hunksOf } from './hunks';
import { readJson, writeJson } from './read-json';

describe('two documents of JSON', () => {
  test.each([
    ['a member that came', { a: 1 }, { a: 1, b: 2 }, [{ kind: 'added', pointer: '/b', after: 2 }]],
    ['one that went', { a: 1, 'x/y~': null }, { a: 1 }, [{ kind: 'removed', pointer: '/x~1y~0', before: null }]],
    [
      'one of another value',
      { a: { b: [1] } },
      { a: { b: [2] } },
      [{ kind: 'changed', pointer: '/a/b/0', before: 1, after: 2 }],
    ],
    ['one of another type', { a: {} }, { a: [] }, [{ kind: 'changed', pointer: '/a', before: {}, after: [] }]],
    ['another document', 1, null, [{ kind: 'changed', pointer: '', before: 1, after: null }]],
    ['only another order of members', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
    [
      'items by their id, wherever they stand',
      [
        { id: 'a', n: 1 },
        { id: 'b', n: 1 },
      ],
      [
        { id: 'c', n: 1 },
        { id: 'b', n: 2 },
        { id: 'a', n: 1 },
      ],
      [
        { kind: 'changed', pointer: '/1/n', before: 1, after: 2 },
        { kind: 'added', pointer: '/0', after: { id: 'c', n: 1 } },
      ],
    ],
    ['an item in front of a list', [2, 3], [1, 2, 3], [{ kind: 'added', pointer: '/0', after: 1 }]],
    ['one out of its middle', [1, 2, 3], [1, 3], [{ kind: 'removed', pointer: '/1', before: 2 }]],
  ])('differ by %s', (_what, before, after, want) => {
    expect(compareJson(before, after)).toEqual({ changes: want, isCut: false });
  });

  test('differ in nothing exactly where they are alike', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const [a, b] = [JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other))] as unknown[];
        expect(compareJson(a, structuredClone(a)).changes).toEqual([]);
        const isAlike = compareJson(a, b).changes.length === 0;
        expect(isAlike).toBe(compareJson(b, a).changes.length === 0);
        if (JSON.stringify(a) === JSON.stringify(b)) expect(isAlike).toBe(true);
      }),
    );
  });

  test('are told as far as anybody reads', () => {
    const list = (from: number) => Array.from({ length: 5_000 }, (_, at) => from + at);
    const { changes, isCut } = compareJson(list(0), list(10_000));
    expect([changes.length, isCut]).toEqual([1_000, true]);
  });

  test('keep ids that are longer than a number of JavaScript', () => {
    const [one, other] = ['{"id":12345678901234567890}', '{"id":12345678901234567891}'].map(readJson);
    const { changes } = compareJson(one?.kind === 'json' && one.value, other?.kind === 'json' && other.value);
    expect(changes.map((change) => [change.pointer, 'after' in change && writeJson(change.after)])).toEqual([
      ['/id', '12345678901234567891'],
    ]);
  });
});

const side = (kind: 'added' | 'removed', lines: ReturnType<typeof compareLines>) =>
  lines.filter((line) => line.kind !== kind).map(({ text }) => text);

describe('two texts', () => {
  test('differ by as few lines as there can be', () => {
    const signs = compareLines('a\nb\nc\nd', 'a\nc\nx\nd').map(({ kind, text }) => `${kind} ${text}`);
    expect(signs).toEqual(['same a', 'removed b', 'same c', 'added x', 'same d']);
  });

  test('are both in what is shown, line by line', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', '', 'long line')).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = compareLines(before, after);
        expect(side('added', lines)).toEqual(before.split('\n'));
        expect(side('removed', lines)).toEqual(after.split('\n'));
        if (before === after) expect(lines.every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
  });

  test('of nothing in common are compared in no time', () => {
    const lines = (letter: string) => Array.from({ length: 20_000 }, (_, at) => `${letter}${at}`).join('\n');
    expect(compareLines(lines('a'), lines('b'))).toHaveLength(40_000);
  });

  test('are shown with three lines around each change, and how many lie between', () => {
    const lines = (changed: string) =>
      Array.from({ length: 30 }, (_, at) => (at === 10 ? changed : `${at}`)).join('\n');
    const { hunks, rest } = hunksOf(compareLines(lines('old'), lines('new')));
    expect(hunks.map(({ passed, lines: { length } }) => [passed, length])).toEqual([[7, 8]]);
    expect(rest).toBe(16);
  });
});

const answer = (text: string, part: Partial<KeptAnswer> = {}): KeptAnswer => ({
  headers: [],
  text,
  kept: 'all',
  ...part,
});

describe('two answers', () => {
  test.each([
    ['the same text', answer('{"a":1}'), answer('{"a":1}'), 'same'],
    ['the same JSON, written otherwise', answer('{"a":1}'), answer('{ "a": 1.0 }'), 'same'],
    ['JSON', answer('{"a":1}'), answer('{"a":2}'), 'json'],
    ['JSON and text', answer('{"a":1}'), answer('no'), 'lines'],
    ['JSON whose end is not there', answer('{"a":1', { kept: 'beginning' }), answer('{"a":1}'), 'lines'],
    ['a picture', answer('', { kept: 'nothing' }), answer('a'), 'none'],
    ['nothing', null, answer('a'), 'none'],
    [
      'JSON that is nested too deep',
      answer('['.repeat(2_000) + ']'.repeat(2_000)),
      answer('['.repeat(2_001) + ']'.repeat(2_001)),
      'lines',
    ],
    [
      'nesting deeper than the stack',
      answer('['.repeat(100_000)),
      answer('['.repeat(100_000) + ']'.repeat(100_000)),
      'lines',
    ],
  ])('%s', (_what, before, after, want) => {
    expect(compareBodies(before, after).kind).toBe(want);
  });

  test('are compared by what was sent, status, headers; what changes every time stands apart', () => {
    const before = {
      entry: answeredEntry(),
      answer: answer('a', {
        headers: [
          ['ETag', '1'],
          ['X-Request-Id', 'a'],
          ['Vary', 'x'],
        ],
      }),
    };
    const later = answeredEntry({
      address: '/things?limit=2',
      outcome: { kind: 'answered', status: 404, totalMilliseconds: 7, bytes: 1 },
    });
    const after = {
      entry: later,
      answer: answer('a', {
        headers: [
          ['etag', '2'],
          ['x-request-id', 'b'],
          ['vary', 'x'],
        ],
      }),
    };
    const { facts, request, headers, passingHeaders } = compareAnswers(before, after);
    expect(facts[0]).toEqual({ name: 'Status', before: '200', after: '404' });
    expect(request).toEqual([{ name: 'address', before: 'GET /things', after: 'GET /things?limit=2' }]);
    expect(headers).toEqual([{ name: 'etag', before: '1', after: '2' }]);
    expect(passingHeaders.map(({ name }) => name)).toEqual(['x-request-id']);
  });
});
