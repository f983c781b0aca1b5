import { describe, expect, test } from 'vitest';
import type { JourneyStepConfig } from '../../../contract/portal-config.ts';
import { firstCall } from './journey.fixture.ts';
import { journeyProgress } from './journey-progress.ts';

const at = new Date('2026-11-21T09:00:00Z');
const record = (step: string, definition = 'now', isProven = true) => ({
  ...{ journey: 'first-call', step, title: null, definition, at, isProven },
  evidence: { kind: 'key' as const },
});
const definitions = new Map(['get-key', 'create', 'read', 'review'].map((id) => [id, 'now']));
const progressOf = (journey: typeof firstCall, ...records: ReturnType<typeof record>[]) =>
  journeyProgress(journey, { records, definitions, missing: new Map() });
const states = (...proven: string[]) => {
  const progress = progressOf(firstCall, ...proven.map((id) => record(id)));
  return [...progress.steps.map((step) => step.state), progress.complete];
};
const changed = (change: (step: JourneyStepConfig) => Partial<JourneyStepConfig>) => ({
  ...firstCall,
  steps: firstCall.steps.map((step) => ({ ...step, ...change(step) })),
});

describe('progress', () => {
  test.each([
    ['begins with the first step as the next', [], ['next', 'waiting', 'waiting', false]],
    ['moves on', ['get-key'], ['proven', 'next', 'waiting', false]],
    ['takes steps in any order', ['read'], ['next', 'waiting', 'proven', false]],
    ['is complete with all steps proven', ['get-key', 'create', 'read'], ['proven', 'proven', 'proven', true]],
  ])('%s', (_, proven, want) => {
    expect(states(...proven)).toEqual(want);
  });

  test('passes over what is optional, which may be done all the same', () => {
    const journey = changed(({ id }) => ({ optional: id === 'create' }));
    const some = progressOf(journey, record('get-key'));
    expect(some.steps.map(({ state, mayStart }) => [state, mayStart])).toEqual([
      ['proven', false],
      ['waiting', true],
      ['next', true],
    ]);
    expect(progressOf(journey, record('get-key'), record('read')).complete).toBe(true);
  });

  test('names what comes before a step', () => {
    const journey = changed(({ id }) => (id === 'get-key' ? { after: ['create', 'read'] } : {}));
    const [first, second] = progressOf(journey, record('read')).steps;
    expect(first).toMatchObject({ state: 'waiting', mayStart: false, missing: 'It comes after: Create.' });
    expect(second?.state).toBe('next');
  });

  test('asks again for what was shown by an earlier definition, and keeps what showed it', () => {
    const [, create] = progressOf(firstCall, record('get-key'), record('create', 'before')).steps;
    expect(create).toMatchObject({ state: 'next', record: record('create', 'before') });
  });

  test('tells how far a step has come, and the error met last, of what is not proven', () => {
    const missing = new Map([['create', { missing: 'Go on.', reached: { done: 1, of: 3, what: 'requests' } }]]);
    const error = { at, sentence: 'create was answered with 400.', problem: null };
    const errors = new Map([['get-key', error]]);
    const known = { definitions, missing, errors };
    const [first, second] = journeyProgress(firstCall, { ...known, records: [] }).steps;
    expect(first).toMatchObject({ lastError: error });
    expect(second).toMatchObject({ missing: 'Go on.', reached: { done: 1, of: 3 } });
    const records = ['get-key', 'create'].map((id) => record(id));
    for (const step of journeyProgress(firstCall, { ...known, records }).steps.slice(0, 2)) {
      expect(step).not.toHaveProperty('lastError');
      expect(step).not.toHaveProperty('reached');
    }
  });

  test('keeps what is known of a step that the journey no longer has', () => {
    const progress = progressOf(firstCall, record('gone', 'then'));
    expect(progress.removed).toEqual([record('gone', 'then')]);
    expect(progress.steps).toHaveLength(3);
  });
});
