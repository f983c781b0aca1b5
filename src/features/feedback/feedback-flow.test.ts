import { describe, expect, test } from 'vitest';
import type { PortalProblem } from '../../portal-client';
import {
  failureWords,
  reduceFeedback,
  startFeedback,
  toFeedback,
  type FeedbackDraft,
  type FeedbackEvent,
  type FeedbackState,
  type FeedbackSubject,
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
  events.reduce(reduceFeedback, startFeedback({ subject: { page: '/docs', helpful }, comment: '' }));
const typed: FeedbackEvent = { kind: 'changed', part: { reason: 'missing', comment: 'Where is X?' } };
const draft = { reason: 'missing', comment: 'Where is X?', email: '', isAnonymous: false, trap: '' };
const asked: FeedbackEvent = { kind: 'asked', subject: { page: '/docs', helpful: false } };
const feedback = { page: '/docs', helpful: false, reason: 'missing', comment: 'Where is X?' };

describe('feedback', () => {
  test('goes out at once on Yes, and asks why on No', () => {
    expect(after(true).kind).toBe('sending');
    expect(after(false).kind).toBe('editing');
  });

  test('is sent only when the service has stored it', () => {
    expect(after(false, typed, asked)).toEqual({ kind: 'sending', draft, feedback });
    expect(after(false, typed, asked, { kind: 'stored' })).toEqual({ kind: 'sent', hasAddress: false });
    expect(after(false, typed, { kind: 'stored' }).kind).toBe('editing');
  });

  test('keeps what was typed when it could not be stored, and can be sent again', () => {
    const failed = after(false, typed, asked, { kind: 'refused', problem });
    expect(failed).toEqual({ kind: 'failed', draft, problem });
    expect(reduceFeedback(failed, asked)).toEqual({ kind: 'sending', draft, feedback });
    expect(reduceFeedback(failed, { kind: 'changed', part: { comment: 'more' } })).toMatchObject({
      kind: 'editing',
      draft: { reason: 'missing', comment: 'more' },
    });
  });

  test('does not change while it is sent, nor after', () => {
    const sending = after(false, typed, asked);
    expect(reduceFeedback(sending, { kind: 'changed', part: { comment: '' } })).toBe(sending);
    expect(after(true, { kind: 'stored' }, { kind: 'refused', problem }, typed)).toEqual({
      kind: 'sent',
      hasAddress: false,
    });
  });
});

const empty: FeedbackDraft = { reason: '', comment: '', email: '', isAnonymous: false, trap: '' };

test.each<[Partial<FeedbackDraft>, object]>([
  [{}, {}],
  [{ reason: 'wrong', comment: '  ' }, { reason: 'wrong' }],
  [{ comment: ' why? ' }, { comment: 'why?' }],
  [{ email: ' ada@example.com' }, { email: 'ada@example.com' }],
  [
    { isAnonymous: true, trap: 'x' },
    { anonymous: true, website: 'x' },
  ],
])('%j is sent as %j', (given, want) => {
  const subject: FeedbackSubject = { page: '/docs', kind: 'search', query: 'refund' };
  expect(toFeedback(subject, { ...empty, ...given })).toEqual({ ...subject, ...want });
});

test('says that an answer will come where there is an address', () => {
  const email: FeedbackEvent = { kind: 'changed', part: { email: 'ada@example.com' } };
  expect(after(false, email, asked, { kind: 'stored' })).toEqual({ kind: 'sent', hasAddress: true });
});

test.each([
  [{ ...problem, code: 'rate-limited', kind: 'refused' as const, retryAfterSeconds: 40 }, /Send it again in 40 s/],
  [{ ...problem, code: 'rate-limited', kind: 'refused' as const }, /in a minute/],
  [problem, /could not be reached/],
  [
    { ...problem, kind: 'refused' as const, places: [{ in: 'body' as const, at: '/email', message: 'x' }] },
    /address is none/,
  ],
  [{ ...problem, code: 'storage-full', kind: 'refused' as const, detail: 'The disk is full.' }, /The disk is full/],
])('a failure is said in words', (given, want) => {
  expect(failureWords(given)).toMatch(want);
});
