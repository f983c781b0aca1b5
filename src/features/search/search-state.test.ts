import { describe, expect, test } from 'vitest';
import type { SearchHit } from './search-hit';
import { nextState, START, type SearchEvent, type SearchState } from './search-state';

const hit: SearchHit = {
  href: '/docs/errors',
  kind: 'guide',
  title: 'Errors',
  deprecated: false,
  excerpt: [],
  rank: 1,
};
const after = (...events: SearchEvent[]): SearchState => events.reduce(nextState, START);

describe('the search dialog', () => {
  test('shows what was found', () => {
    const state = after(
      { kind: 'typed', query: 'err' },
      { kind: 'answered', query: 'err', hits: [hit], isComplete: true },
    );
    expect(state).toMatchObject({ kind: 'found', groups: [{ title: 'Guides', items: [hit] }] });
  });

  test('keeps the last results while the next are on their way', () => {
    const state = after(
      { kind: 'typed', query: 'err' },
      { kind: 'answered', query: 'err', hits: [hit], isComplete: true },
      { kind: 'typed', query: 'erro' },
    );
    expect(state).toMatchObject({ kind: 'searching', query: 'erro', groups: [{ items: [hit] }] });
  });

  test('drops an answer that comes after the field has changed', () => {
    const state = after(
      { kind: 'typed', query: 'key' },
      { kind: 'typed', query: 'keys' },
      { kind: 'answered', query: 'keys', hits: [], isComplete: true },
      { kind: 'answered', query: 'key', hits: [hit], isComplete: true },
    );
    expect(state).toEqual({ kind: 'nothing', query: 'keys' });
  });

  test('drops an answer that comes after the field was emptied', () => {
    expect(after({ kind: 'typed', query: 'a' }, { kind: 'typed', query: ' ' }, { kind: 'failed', query: 'a' })).toEqual(
      START,
    );
  });

  test('shows names before texts are there, and does not say yet that there is nothing', () => {
    const typed = after({ kind: 'typed', query: 'err' });
    const names = nextState(typed, { kind: 'answered', query: 'err', hits: [hit], isComplete: false });
    expect(names).toMatchObject({ kind: 'searching', groups: [{ items: [hit] }] });
    expect(nextState(typed, { kind: 'answered', query: 'err', hits: [], isComplete: false })).toBe(typed);
  });

  test('says when a part could not be searched; that alone finds nothing, so it failed', () => {
    const typed = after({ kind: 'typed', query: 'err' });
    const partly = { kind: 'answered', query: 'err', isComplete: true, isPartial: true } as const;
    expect(nextState(typed, { ...partly, hits: [hit] })).toMatchObject({ kind: 'found', isPartial: true });
    expect(nextState(typed, { ...partly, hits: [] })).toMatchObject({ kind: 'failed' });
  });

  test('says that it failed, and searches again when the reader types on', () => {
    const failed = after({ kind: 'typed', query: 'a' }, { kind: 'failed', query: 'a' });
    expect(failed).toEqual({ kind: 'failed', query: 'a' });
    expect(nextState(failed, { kind: 'typed', query: 'ab' })).toMatchObject({ kind: 'searching', query: 'ab' });
  });
});
