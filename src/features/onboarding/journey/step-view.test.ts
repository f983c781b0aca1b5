import { describe, expect, test } from 'vitest';
import type { JourneyConfig } from '../../../../contract/portal-config';
import type { JourneyProgress, JourneyStepProgress } from '../../../portal-client';
import { countDone, standingWords, stepViews, tickWords } from './step-view';
import { deedOf, stepTools } from './step-tools';

const journey: JourneyConfig = {
  id: 'launch',
  title: 'Launch',
  steps: [
    { id: 'key', title: 'Key', proof: { kind: 'key-issued' } },
    { id: 'pages', title: 'Pages', proof: { kind: 'all-pages', operation: 'a/v1/list' } },
    { id: 'extra', title: 'Extra', optional: true, proof: { kind: 'retry-after-429' } },
    { id: 'review', title: 'Review', after: ['pages'], proof: { kind: 'review' } },
  ],
};
const evidence = { kind: 'key' as const };
const step = (id: string, more: Partial<JourneyStepProgress>): JourneyStepProgress => ({
  ...{ id, title: id, state: 'waiting', may_start: true },
  ...more,
});
const progressOf = (...steps: JourneyStepProgress[]): JourneyProgress => ({
  ...{ journey: 'launch', title: 'Launch', steps, complete: false },
});
const viewOf = (id: string, more: Partial<JourneyStepProgress>) => {
  const found = stepViews(journey, progressOf(step(id, more))).find((one) => one.id === id);
  return [found?.standing, found && standingWords(found)];
};

describe('how a step stands', () => {
  test.each<[string, string, Partial<JourneyStepProgress>, [string, string]]>([
    ['proven', 'key', { state: 'proven' }, ['done', 'done']],
    ['open', 'key', {}, ['to-do', 'to do']],
    ['begun', 'pages', { reached: { done: 2, of: 3, what: 'pages' } }, ['begun', '2 of 3 pages']],
    ['after others', 'pages', { may_start: false }, ['later', 'later']],
    ['a review that may come', 'review', {}, ['in-review', 'waiting for review']],
    ['a review before its time', 'review', { may_start: false }, ['later', 'later']],
    ['given back', 'review', { returned: { note: 'No logo.', by: 'Grace', at: '' } }, ['given-back', 'given back']],
    [
      'shown by an earlier contract',
      'pages',
      { shown_before: { proven_at: '', evidence } },
      ['out-of-date', 'out of date'],
    ],
    ['optional', 'extra', { optional: true }, ['to-do', 'to do, optional']],
    ['optional and proven', 'extra', { optional: true, state: 'proven' }, ['done', 'done']],
  ])('%s', (_, id, more, want) => {
    expect(viewOf(id, more)).toEqual(want);
  });

  test('is unknown before there is a progress, and the steps are there', () => {
    const views = stepViews(journey, null);
    expect(views.map(({ number, title, standing }) => [number, title, standing])).toEqual([
      [1, 'Key', 'unknown'],
      [2, 'Pages', 'unknown'],
      [3, 'Extra', 'unknown'],
      [4, 'Review', 'unknown'],
    ]);
    expect(countDone(views)).toEqual({ done: 0, of: 3 });
  });

  test('is shown of a step that only the service knows; one that it does not know is unknown', () => {
    const views = stepViews(journey, progressOf(step('new', { title: 'Newer', state: 'next' })));
    expect(views.at(-1)).toMatchObject({ number: 5, title: 'Newer', config: null, isNext: true, standing: 'to-do' });
    expect(views[0]?.standing).toBe('unknown');
  });

  test('is counted without what is optional', () => {
    const all = ['key', 'extra'].map((id) => step(id, { state: 'proven', optional: id === 'extra' }));
    expect(countDone(stepViews(journey, progressOf(...all)))).toEqual({ done: 1, of: 3 });
  });
});

describe('what is said of a tick', () => {
  const proven = (...ids: string[]): JourneyProgress => ({
    ...progressOf(
      ...['a', 'b', 'c'].map((id) =>
        step(id, { title: id.toUpperCase(), state: ids.includes(id) ? 'proven' : 'waiting' }),
      ),
    ),
    complete: ids.length === 3,
  });
  test.each<[string, JourneyProgress | null, JourneyProgress, string]>([
    ['nothing at first', null, proven('a'), ''],
    ['nothing where nothing ticked', proven('a'), proven('a'), ''],
    ['all that ticked', proven(), proven('a', 'b'), 'Done: A, B.'],
    ['that all is done', proven('a', 'b'), proven('a', 'b', 'c'), 'Done: C. The journey is complete.'],
    ['nothing of another journey', { ...proven(), journey: 'other' }, proven('a'), ''],
  ])('%s', (_, before, now, want) => {
    expect(tickWords(before, now)).toBe(want);
  });

  test('with the step that is next', () => {
    const now = progressOf(step('a', { title: 'A', state: 'proven' }), step('b', { title: 'B', state: 'next' }));
    expect(tickWords(progressOf(step('a', {})), now)).toBe('Done: A. Next: B.');
  });
});

describe('what one does for a step on its page', () => {
  const tools = (proof: JourneyConfig['steps'][number]['proof'], console?: string) =>
    stepTools({ id: 's', title: 'S', proof, ...(console !== undefined && { console }) }).map(({ kind }) => kind);

  test('goes with its proof, and the console where the journey says so', () => {
    expect(tools({ kind: 'key-issued' })).toEqual([]);
    expect(tools({ kind: 'outage', api: 'a/v1' }, 'a/v1/list')).toEqual(['trouble', 'console']);
    expect(tools({ kind: 'webhook-duplicate', api: 'a/v1' })).toEqual(['trouble', 'webhooks']);
    expect(tools({ kind: 'form', fields: [] })).toEqual(['form']);
    expect(tools({ kind: 'agreement', document: '/docs/t', version: '1' })).toEqual(['agreement']);
    expect(tools({ kind: 'traffic', operation: 'a/v1/list' })).toEqual([]);
  });

  test('is named on the button of the next step', () => {
    expect(deedOf({ id: 's', title: 'S', proof: { kind: 'retry-after-429' } })).toBe('Switch the scenario on');
    expect(deedOf({ id: 's', title: 'S', proof: { kind: 'key-issued' } })).toBeNull();
    expect(deedOf(null)).toBeNull();
  });
});
