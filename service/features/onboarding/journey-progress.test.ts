import { describe, expect, test } from 'vitest';
import { firstCall } from './journey.fixture.ts';
import { journeyProgress } from './journey-progress.ts';

const at = new Date('2026-11-21T09:00:00Z');
const states = (...proven: string[]) => {
  const progress = journeyProgress(firstCall, new Map(proven.map((id) => [id, { at }])));
  return [...progress.steps.map((step) => step.state), progress.complete];
};

describe('progress', () => {
  test.each([
    ['begins with the first step as the next', [], ['next', 'waiting', 'waiting', false]],
    ['moves on', ['get-key'], ['proven', 'next', 'waiting', false]],
    ['takes steps in any order', ['read'], ['next', 'waiting', 'proven', false]],
    ['is complete with all steps proven', ['get-key', 'create', 'read'], ['proven', 'proven', 'proven', true]],
  ])('%s', (_, proven, want) => {
    expect(states(...proven)).toEqual(want);
  });
});
