import { describe, expect, test } from 'vitest';
import type { PortalProblem } from '../../../portal-client';
import { faultsOf, faultsOfProblem, problemWords } from './field-faults';

const problem: PortalProblem = {
  ...{ kind: 'refused', code: 'request-invalid', status: 400, title: 'The request is not as described' },
  ...{ detail: null, places: [], retryAfterSeconds: null, guide: '/docs/errors/request-invalid' },
};

describe('before anything is sent', () => {
  test.each([
    [
      'nothing is wrong',
      { name: 'Ada', email: 'ada@example.com', password: { text: 'x'.repeat(12), isNew: true } },
      [],
    ],
    ['an empty name', { name: ' ', email: 'ada@example.com' }, ['name']],
    ['no address', { email: '' }, ['email']],
    ['an address without a host', { email: 'ada@' }, ['email']],
    [
      'a new password that is short',
      { email: 'a@b.example', password: { text: 'x'.repeat(11), isNew: true } },
      ['password'],
    ],
    ['an old password that is short', { email: 'a@b.example', password: { text: 'x', isNew: false } }, []],
    ['no password', { email: 'a@b.example', password: { text: '', isNew: false } }, ['password']],
    [
      'far too long a password',
      { email: 'a@b.example', password: { text: 'x'.repeat(129), isNew: false } },
      ['password'],
    ],
  ])('%s', (_, fields, wrong) => {
    expect(Object.keys(faultsOf(fields))).toEqual(wrong);
  });
});

test('what the service says stands at the field that its pointer names, and is not said twice', () => {
  const places = [{ in: 'body', at: '/email', message: 'must match format "email"' }] as PortalProblem['places'];
  expect(Object.keys(faultsOfProblem({ ...problem, places }))).toEqual(['email']);
  expect(problemWords({ ...problem, places })).toBeNull();
});

test.each([
  [{ ...problem, code: 'rate-limited', retryAfterSeconds: 40 }, 'Too many tries. Try again in 40 s.'],
  [{ ...problem, code: 'credentials-invalid' }, 'This address and this password do not belong together.'],
  [{ ...problem, kind: 'unreachable' as const }, /could not be reached/],
  [{ ...problem, title: 'Closed', detail: 'Ask the team.' }, 'Closed. Ask the team.'],
  [{ ...problem, title: 'Closed' }, 'Closed.'],
])('everything else is said in a sentence', (given, words) => {
  expect(problemWords(given)).toMatch(words);
});
