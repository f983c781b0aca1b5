import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { checkSignature, newSecret, signedHeaders } from './signature.ts';

/** The delivery of the guide: its signature is written there. */
const secret = 'whsec_RVhBTVBMRS1zZWNyZXQtZm9yLXRoZS1kb2NzLW9ubHk=';
const id = 'evt_01k9zc1d2e3f4g5h6j7k8m9n0p';
const at = new Date(1_791_727_772_000);
const body =
  '{"id":"evt_01k9zc1d2e3f4g5h6j7k8m9n0p","type":"credential.issued","timestamp":"2026-10-11T14:09:31Z","data":{"credential_id":"crd_01k9za2b2c3d4e5f6g7h8j9k0n","status":"active","status_reason":null,"credential_type_id":"typ_01k8p3b1b2c3d4e5f6g7h8j9k1","offer_id":"off_01k9z6x4e8q2r4t6y8m0n3p5s8"}}';
const other = newSecret((count) => new Uint8Array(count).fill(7));

describe('a signature', () => {
  test('is the one that the guide shows', () => {
    expect(signedHeaders(id, at, body, [secret])).toEqual({
      'webhook-id': id,
      'webhook-timestamp': '1791727772',
      'webhook-signature': 'v1,J3Qwq8edu02qj4sxPWfnQOuZikvbDBkpoZk/HzX9AwA=',
    });
  });

  test('is taken by the library of Standard Webhooks, one of two is enough', () => {
    const now = new Date();
    const headers = signedHeaders(id, now, body, [other, secret]);
    for (const one of [secret, other]) expect(new Webhook(one).verify(body, { ...headers })).toMatchObject({ id });
    expect(() => new Webhook('whsec_AAAA').verify(body, { ...headers })).toThrow();
  });

  test('can be by a secret that the client chose', () => {
    const headers = signedHeaders(id, new Date(), body, ['a plain secret']);
    expect(new Webhook('a plain secret', { format: 'raw' }).verify(body, { ...headers })).toMatchObject({ id });
  });
});

describe('what a receiver finds', () => {
  const headers = signedHeaders(id, at, body, [secret]);
  const passed = (...given: Parameters<typeof checkSignature>) =>
    checkSignature(...given).map(({ name, passed: isRight }) => [name, isRight]);

  test.each([
    ['all right', headers, body, [secret], 0, [true, true, true]],
    ['right by the secret that was replaced', headers, body, [other, secret], 0, [true, true, true]],
    ['another secret', headers, body, [other], 0, [true, true, false]],
    ['a body that was written again', headers, `${body} `, [secret], 0, [true, true, false]],
    ['five minutes late', headers, body, [secret], 300, [true, true, true]],
    ['later', headers, body, [secret], 301, [true, false, true]],
    ['too early', headers, body, [secret], -301, [true, false, true]],
    ['a time that is none', { ...headers, 'webhook-timestamp': 'now' }, body, [secret], 0, [true, false, false]],
    ['nothing signed', { 'webhook-id': id }, body, [secret], 0, [false]],
  ] as const)('%s', (_name, given, text, secrets, lateSeconds, want) => {
    const now = new Date(at.getTime() + lateSeconds * 1000);
    expect(passed(given, text, secrets, now).map(([, isRight]) => isRight)).toEqual(want);
  });
});
