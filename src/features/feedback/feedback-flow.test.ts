import { describe, expect, test } from 'vitest';
import type { PortalProblem } from '../../portal-client';
import {
  failureWords,
  reduceFeedback,
  startFeedback,
  toFeedback,
  type FeedbackEvent,
  type FeedbackState,
} from './feedback-flow';

const problem: PortalProblem = {
  kind: 'unreachable',
  code: 'unreachable',
  status: null,
  title: 'x',
  detail: null,
  places: [],
  retryAfterSeconds: null,
  guide: null,
};
const after = (helpful: boolean, ...events: FeedbackEvent[]): FeedbackState =>
  events.reduce(reduceFeedback, startFeedback(helpful));
const typed: FeedbackEvent = { kind: 'changed', part: { reason: 'missing', comment: 'Where is X?' } };
const draft = { helpful: false, reason: 'missing', comment: 'Where is X?' };

describe('feedback', () => {
  test('goes out at once on Yes, and asks why on No', () => {
    expect(after(true).kind).toBe('sending');
    expect(after(false).kind).toBe('editing');
  });

  test('is sent only when the service has stored it', () => {
    expect(after(false, typed, { kind: 'asked' })).toEqual({ kind: 'sending', draft });
    expect(after(false, typed, { kind: 'asked' }, { kind: 'stored' })).toEqual({ kind: 'sent' });
    expect(after(false, typed, { kind: 'stored' }).kind).toBe('editing');
  });

  test('keeps what was typed when it could not be stored, and can be sent again', () => {
    const failed = after(false, typed, { kind: 'asked' }, { kind: 'refused', problem });
    expect(failed).toEqual({ kind: 'failed', draft, problem });
    expect(reduceFeedback(failed, { kind: 'asked' })).toEqual({ kind: 'sending', draft });
    expect(reduceFeedback(failed, { kind: 'changed', part: { comment: 'more' } })).toMatchObject({
      kind: 'editing',
      draft: { reason: 'missing', comment: 'more' },
    });
  });

  test('does not change while it is sent, nor after', () => {
    const sending = after(false, typed, { kind: 'asked' });
    expect(reduceFeedback(sending, { kind: 'changed', part: { comment: '' } })).toBe(sending);
    expect(after(true, { kind: 'stored' }, { kind: 'refused', problem }, typed)).toEqual({ kind: 'sent' });
  });
});

test.each([
  [
    { helpful: true, reason: '', comment: '' },
    { page: '/docs', helpful: true },
  ],
  [
    { helpful: false, reason: 'wrong', comment: '  ' },
    { page: '/docs', helpful: false, reason: 'wrong' },
  ],
  [
    { helpful: false, reason: '', comment: ' why? ' },
    { page: '/docs', helpful: false, comment: 'why?' },
  ],
])('%j is sent as %j', (given, want) => {
  expect(toFeedback('/docs', given)).toEqual(want);
});

test.each([
  [{ ...problem, code: 'rate-limited', kind: 'refused' as const, retryAfterSeconds: 40 }, /Send it again in 40 s/],
  [{ ...problem, code: 'rate-limited', kind: 'refused' as const }, /in a minute/],
  [problem, /could not be reached/],
  [{ ...problem, code: 'storage-full', kind: 'refused' as const, detail: 'The disk is full.' }, /The disk is full/],
])('a failure is said in words', (given, want) => {
  expect(failureWords(given)).toMatch(want);
});
