import { describe, expect, test } from 'vitest';
import type { PortalProblem } from '../../../portal-client';
import { afterCode, afterMail, afterPassword } from './entry-flow';

const problem = (code: string, kind: PortalProblem['kind'] = 'refused'): PortalProblem => ({
  ...{ kind, code, status: 401, title: 'x', detail: null, places: [], retryAfterSeconds: null, guide: null },
});
const refused = (code: string) => ({ kind: 'problem' as const, problem: problem(code) });
const ok = <Value>(value: Value) => ({ kind: 'ok' as const, value });
const email = 'ada@example.com';

describe('after the password', () => {
  test('one is in, or gives the second factor', () => {
    expect(afterPassword(ok({ needs_second_factor: false }), email, 0)).toEqual({ kind: 'in' });
    expect(afterPassword(ok({ needs_second_factor: true }), email, 0).kind).toBe('code');
  });

  test('of an address that is not confirmed one looks into the mail', () => {
    expect(afterPassword(refused('address-unconfirmed'), email, 7)).toMatchObject({
      kind: 'mailed',
      mail: 'confirmation',
      email,
      sentAt: 7,
    });
  });

  test('that is wrong, one is asked again and told why', () => {
    expect(afterPassword(refused('credentials-invalid'), email, 0)).toEqual({
      kind: 'asking',
      problem: problem('credentials-invalid'),
    });
  });
});

test('a mail that could not be sent is not said to be on its way', () => {
  expect(afterMail(refused('rate-limited'), 'link', email, 0).kind).toBe('asking');
  expect(afterMail(ok({}), 'link', email, 5)).toMatchObject({ kind: 'mailed', mail: 'link', sentAt: 5 });
});

test.each([
  ['second-factor-invalid', 'code'],
  ['rate-limited', 'code'],
  ['session-missing', 'asking'],
])('a code that is refused as %s leads to %s', (code, kind) => {
  expect(afterCode(refused(code)).kind).toBe(kind);
});

test('a code that did not reach the service can be given again', () => {
  expect(afterCode({ kind: 'problem', problem: problem('unreachable', 'unreachable') }).kind).toBe('code');
});
