import { describe, expect, test } from 'vitest';
import { type AskedFields, decideFeedback } from './decide-feedback.ts';

const given: AskedFields = { page: '/docs/webhooks', helpful: false };
const reasons = ['missing', 'wrong'];

describe('feedback', () => {
  test.each<[string, Partial<AskedFields>, object]>([
    ['without reason and comment', {}, { reason: null, comment: null }],
    ['with empty fields, as a form sends them', { reason: '', comment: ' \n' }, { reason: null, comment: null }],
    ['with a known reason', { reason: 'wrong' }, { reason: 'wrong' }],
    ['with a comment', { comment: ' two\r\nlines\t✓ ' }, { comment: 'two\nlines\t✓' }],
    ['with control characters', { comment: 'a\u0000b\u0007c\u009bd\u007f' }, { comment: 'abcd' }],
    ['with nothing that is seen', { comment: '\u200b \u2060\ufeff' }, { comment: null }],
    ['with right-to-left text and its marks', { comment: '\u200fשלום' }, { comment: '\u200fשלום' }],
    ['on a search', { kind: 'search', query: ' refund ' }, { kind: 'search', context: { query: 'refund' } }],
    [
      'on a step',
      { kind: 'step', journey: 'launch', step: 'keys', operation: '' },
      { context: { journey: 'launch', step: 'keys' } },
    ],
    [
      'on a passage',
      { kind: 'quote', quote: { text: 'a\u0000b', before: 'x ' } },
      { context: { quote: { text: 'ab', before: 'x ', after: '' } } },
    ],
    ['on an exchange that cannot go along', { kind: 'exchange', operation: 'createOffer' }, { kind: 'exchange' }],
    ['with an address', { email: 'ada@example.com' }, { email: 'ada@example.com' }],
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

  test.each<[Partial<AskedFields>, string]>([
    [{ kind: 'page', helpful: undefined }, '/helpful'],
    [{ kind: 'quote' }, '/quote'],
    [{ kind: 'quote', quote: { text: ' \u200b' } }, '/quote'],
    [{ kind: 'sample' }, '/language'],
    [{ kind: 'exchange' }, '/exchange'],
    [{ kind: 'step', journey: 'launch' }, '/step'],
    [{ kind: 'search', query: '\u0007' }, '/query'],
  ])('about nothing is refused: %o', (fields, at) => {
    const { helpful: _, ...bare } = given;
    const decision = decideFeedback({ ...bare, ...fields }, reasons);
    expect(decision).toEqual({ kind: 'refused', at, message: `is required where the kind is ${fields.kind}` });
  });

  test('on an exchange says which', () => {
    const decision = decideFeedback({ page: '/x', kind: 'exchange', exchange: 'req_1' }, reasons);
    expect(decision).toMatchObject({ kind: 'accepted', exchange: 'req_1' });
  });
});
