import { describe, expect, test } from 'vitest';
import type { JourneyStepConfig } from '../../../contract/portal-config.ts';
import { anExchange, firstCall } from './journey.fixture.ts';
import { concerns, questionOf } from './step-evidence.ts';

const [getKey, create, read] = firstCall.steps as [JourneyStepConfig, JourneyStepConfig, JourneyStepConfig];

describe('the question of a step', () => {
  test('is whether a key was issued', () => {
    expect(questionOf(firstCall, getKey)).toEqual({ kind: 'key-issued' });
  });

  test('is whether there was an exchange', () => {
    const exchange = { api: 'cardea', version: 'v2', operation: 'createOffer', status: '201' };
    expect(questionOf(firstCall, create)).toEqual({ kind: 'traffic', exchange });
  });

  test('is, with sameResourceAs, whether there was one about what another made; any 2XX by default', () => {
    const exchange = { api: 'cardea', version: 'v2', operation: 'getOffer', status: '2XX' };
    const after = { api: 'cardea', version: 'v2', operation: 'createOffer', status: '201' };
    expect(questionOf(firstCall, read)).toEqual({ kind: 'traffic', exchange, after });
  });
});

test.each([
  [{}, true],
  [{ operation: 'getOffer', status: 404 }, true],
  [{ operation: 'listOffers' }, false],
  [{ operation: null }, false],
  [{ version: 'v1' }, false],
])('an exchange with %j concerns the journey: %s', (difference, want) => {
  expect(concerns(firstCall, anExchange(difference))).toBe(want);
});
