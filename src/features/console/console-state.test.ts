import { describe, expect, test } from 'vitest';
import { lastOf, reduceConsole, startState, type ConsoleEvent, type ConsoleState, type Settled } from './console-state';

const values = { parameters: { 'query:a': '1' }, mediaType: 0, body: '' };
const request = { method: 'GET', url: '/x', headers: [], cookies: [], user: null, content: { kind: 'none' as const } };
const settled: Settled = { kind: 'failed', failure: { kind: 'unreachable' } };
const partial = { head: { status: 200, headers: [], headMilliseconds: 1 }, text: 'a', bytes: 1 };
const edited: ConsoleEvent = { kind: 'edited', values: { ...values, body: 'x' }, fields: ['body'] };

const after = (...events: ConsoleEvent[]): ConsoleState => events.reduce(reduceConsole, startState(values));

describe('the console', () => {
  test('goes from idle through sending to an answer', () => {
    expect(after().phase.kind).toBe('idle');
    const upload = { sentBytes: 1, ofBytes: 2 };
    const under: ConsoleEvent[] = [
      { kind: 'asked' },
      { kind: 'sent', request },
      { kind: 'going', upload },
      { kind: 'coming', partial },
    ];
    expect(after(...under).phase).toEqual({ kind: 'sending', request, upload, partial });
    expect(after({ kind: 'asked' }, { kind: 'settled', settled, marks: [] }).phase).toEqual(settled);
  });

  test('keeps the last answer while one edits', () => {
    const state = after({ kind: 'asked' }, { kind: 'settled', settled, marks: [] }, edited, edited);
    expect(state.phase).toEqual({ kind: 'editing', last: settled, held: 'no' });
    expect(lastOf(state.phase)).toBe(settled);
    expect(state.values.body).toBe('x');
  });

  test('goes on sending while one edits', () => {
    const state = after({ kind: 'asked' }, edited, { kind: 'settled', settled, marks: [] });
    expect(state.phase).toEqual(settled);
    expect(state.values.body).toBe('x');
  });

  test('marks what holds a request back, and unmarks a field when it is edited', () => {
    const marks = ['body', 'query:a'].map((field) => ({ field, message: 'no' }));
    const held = after({ kind: 'held-back', marks, held: 'can-insist' });
    expect(held.phase).toMatchObject({ kind: 'editing', held: 'can-insist' });
    const mended = reduceConsole(held, edited);
    expect(mended.marks.map((mark) => mark.field)).toEqual(['query:a']);
    expect(mended.phase).toMatchObject({ held: 'no' });
    expect(reduceConsole(held, { kind: 'asked' }).marks).toEqual([]);
  });

  test('leaves aside what belongs to a request that is over', () => {
    const over = after({ kind: 'asked' }, { kind: 'settled', settled, marks: [] });
    expect(reduceConsole(over, { kind: 'coming', partial })).toBe(over);
    expect(reduceConsole(over, { kind: 'sent', request })).toBe(over);
    expect(reduceConsole(over, { kind: 'settled', settled, marks: [] })).toBe(over);
  });
});
