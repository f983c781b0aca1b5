import { describe, expect, test } from 'vitest';
import type { JourneyConfig } from '../../../contract/portal-config.ts';
import type { JourneyProgress } from '../onboarding/index.ts';
import { standingOf } from './standing.ts';

const journey: JourneyConfig = {
  id: 'launch',
  title: 'Launch',
  steps: [
    { id: 'key', title: 'Key', proof: { kind: 'key-issued' } },
    { id: 'extra', title: 'Extra', proof: { kind: 'key-issued' }, optional: true },
    { id: 'review', title: 'Review', proof: { kind: 'review' }, after: ['key'] },
  ],
};
type Step = JourneyProgress['steps'][number];
const time = (hour: number) => new Date(Date.UTC(2026, 10, 21, hour));
const record = (hour: number, isProven = true): NonNullable<Step['record']> => ({
  ...{ journey: 'launch', step: 'x', title: null, definition: 'd', at: time(hour), isProven },
  evidence: { kind: 'key' },
});
const step = (id: string, difference: Partial<Step> = {}): Step => ({
  ...{ id, title: id, state: 'waiting', isOptional: id === 'extra', mayStart: false },
  ...difference,
});
const standing = (...steps: Step[]) =>
  standingOf(journey, {
    ...{ journey: 'launch', title: 'Launch', steps, removed: [] },
    complete: steps.every(({ state, isOptional }) => state === 'proven' || isOptional),
  });
const proven = (id: string, hour: number) => step(id, { state: 'proven', record: record(hour) });

describe('where an organization stands', () => {
  test('at first is the first step, since no progress', () => {
    const next = step('key', { state: 'next', mayStart: true, missing: 'No key yet.' });
    expect(standing(next, step('extra', { mayStart: true }), step('review'))).toEqual({
      ...{ journey: 'launch', step: 'key', since: null, proven: 0, isComplete: false, reviews: 0 },
      missing: 'No key yet.',
    });
  });

  test('is since the latest progress, whichever step it was at; what is optional does not count', () => {
    const next = step('review', { state: 'next', mayStart: true });
    expect(standing(proven('key', 9), proven('extra', 11), next)).toMatchObject({
      ...{ step: 'review', since: time(11), proven: 1, reviews: 1 },
    });
  });

  test('is not for the team any more when a review was given back, and is so again when the step was approved by an earlier definition', () => {
    const returned = step('review', { state: 'next', mayStart: true, record: record(12, false) });
    expect(standing(proven('key', 9), step('extra'), returned)).toMatchObject({ since: time(12), reviews: 0 });
    const earlier = step('review', { state: 'next', mayStart: true, record: record(12) });
    expect(standing(proven('key', 9), step('extra'), earlier)).toMatchObject({ since: time(9), reviews: 1 });
  });

  test('is complete without what is optional', () => {
    expect(standing(proven('key', 9), step('extra'), proven('review', 10))).toMatchObject({
      ...{ step: null, since: time(10), proven: 2, isComplete: true, reviews: 0, missing: null },
    });
  });

  test('is told in text that every database takes', () => {
    const missing = `${'x'.repeat(498)}\u{1F600}\0`;
    const next = step('key', { state: 'next', missing });
    expect(standing(next).missing?.isWellFormed()).toBe(true);
    expect(standing(next).missing).not.toContain('\0');
  });
});
