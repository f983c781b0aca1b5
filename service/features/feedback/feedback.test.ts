import { describe, expect, test } from 'vitest';
import { decideFeedback, type FeedbackFields } from './feedback.ts';

const given: FeedbackFields = { page: '/docs/webhooks', helpful: false };
const reasons = ['missing', 'wrong'];

describe('feedback', () => {
  test.each<[string, Partial<FeedbackFields>, object]>([
    ['without reason and comment', {}, { reason: null, comment: null }],
    ['with empty fields, as a form sends them', { reason: '', comment: ' \n' }, { reason: null, comment: null }],
    ['with a known reason', { reason: 'wrong' }, { reason: 'wrong' }],
    ['with a comment', { comment: ' two\r\nlines\t✓ ' }, { comment: 'two\nlines\t✓' }],
    ['with control characters', { comment: 'a\u0000b\u0007c\u009bd\u007f' }, { comment: 'abcd' }],
    ['with half a surrogate pair', { comment: 'a\ud83db' }, { comment: 'a\ufffdb' }],
  ])('%s is accepted', (_, fields, want) => {
    const decision = decideFeedback({ ...given, ...fields }, reasons);
    expect(decision).toMatchObject({ kind: 'accepted', item: { page: '/docs/webhooks', helpful: false, ...want } });
  });

  test('with an unknown reason is refused, and says which there are', () => {
    const decision = decideFeedback({ ...given, reason: 'boring' }, reasons);
    expect(decision).toEqual({ kind: 'refused', at: '/reason', message: 'must be one of missing, wrong' });
  });

  test('on a page with control characters is refused', () => {
    const decision = decideFeedback({ ...given, page: '/docs\u0000' }, reasons);
    expect(decision).toMatchObject({ kind: 'refused', at: '/page' });
  });
});
