import { describe, expect, test } from 'vitest';
import type { JourneyProgress } from '../../portal-client';
import {
  firstCallStart,
  isComplete,
  reduceFirstCall,
  stepViews,
  type FirstCallEvent,
  type FirstCallState,
} from './first-call-state';
import { firstCall } from './journey.fixture';
import { operationAddress } from './operation-address';

const progress = (...proven: string[]): FirstCallEvent => {
  const steps = firstCall.steps.map(({ id, title }) => ({
    id,
    title,
    state: proven.includes(id) ? 'proven' : 'waiting',
  }));
  const all: JourneyProgress = {
    journey: 'first-call',
    title: '',
    steps: steps as JourneyProgress['steps'],
    complete: false,
  };
  return { kind: 'progressed', progress: all };
};
const call = { method: 'POST', path: '/x', body: '{}', answer: null };
const answer = { status: 201, milliseconds: 12, body: '{"id":"off_1"}', language: 'json' };
const after = (...events: FirstCallEvent[]): FirstCallState => events.reduce(reduceFirstCall, firstCallStart);
const standings = (...events: FirstCallEvent[]) => stepViews(firstCall, after(...events)).map((step) => step.standing);

const pressed = (step: string): FirstCallEvent => ({ kind: 'pressed', step });
const sent = (step: string): FirstCallEvent => ({ kind: 'sent', step, call });
const answered = (step: string): FirstCallEvent => ({ kind: 'answered', step, answer });

describe('the steps of a first call', () => {
  test.each<[string, FirstCallEvent[], string[]]>([
    ['begin with the first', [], ['next', 'waiting', 'waiting']],
    ['show what is being sent', [pressed('get-key')], ['calling', 'waiting', 'waiting']],
    [
      'are not ticked by a press or an answer',
      [pressed('get-key'), sent('get-key'), answered('get-key')],
      ['awaited', 'waiting', 'waiting'],
    ],
    ['are ticked by the service’s record', [progress('get-key')], ['proven', 'next', 'waiting']],
    [
      'can be sent again when they are done',
      [progress('get-key', 'create'), pressed('create')],
      ['proven', 'calling', 'next'],
    ],
    [
      'stay done when sending again fails',
      [
        progress('get-key'),
        pressed('get-key'),
        { kind: 'failed', step: 'get-key', failure: { title: '', sentence: '' }, answer: null },
      ],
      ['proven', 'next', 'waiting'],
    ],
    [
      'can be pressed again after a failure',
      [
        progress('get-key'),
        pressed('create'),
        sent('create'),
        { kind: 'failed', step: 'create', failure: { title: '', sentence: '' }, answer },
      ],
      ['proven', 'next', 'waiting'],
    ],
    ['may be proven in any order', [progress('read')], ['next', 'waiting', 'proven']],
    ['are all done in the end', [progress('get-key', 'create', 'read')], ['proven', 'proven', 'proven']],
  ])('%s', (_name, events, want) => {
    expect(standings(...events)).toEqual(want);
  });

  test('are complete with the last proof, whatever was pressed', () => {
    expect(isComplete(firstCall, after(answered('read')))).toBe(false);
    expect(isComplete(firstCall, after(progress('get-key', 'create')))).toBe(false);
    expect(isComplete(firstCall, after(progress('get-key', 'create', 'read')))).toBe(true);
  });

  test('keep request and answer together', () => {
    const state = after(pressed('create'), sent('create'), answered('create'));
    expect(state.shown).toBe('create');
    expect(state.calls.create).toEqual({ ...call, answer });
  });

  test('say when the ticks are late, until progress is known again', () => {
    const late: FirstCallEvent = { kind: 'progress-unknown', sentence: 'Late.' };
    expect(after(late).late).toBe('Late.');
    expect(after(late, progress()).late).toBeNull();
  });
});

test.each([
  ['cardea/v2/createCredentialOffer', '/reference/cardea/v2/create-credential-offer'],
  ['github/v3/repos/list-for-org', '/reference/github/v3/repos-list-for-org'],
  ['a/v1/getHTTPStatus', '/reference/a/v1/get-http-status'],
])('the page of %s is %s', (operation, want) => {
  expect(operationAddress(operation).href).toBe(want);
});
