import { describe, expect, test } from 'vitest';
import { readToken } from './read-token.ts';
import { tokenRequest } from './token-request.ts';

const client = {
  url: 'https://auth.example/token',
  clientId: 'portal',
  clientSecret: 'a:b&c d',
  authentication: 'basic' as const,
  scopes: ['offers:read', 'offers:write'],
};

describe('the request for a token', () => {
  test('carries the secret in the header, each half encoded as in a form', () => {
    const { headers, body } = tokenRequest(client);
    expect(body).toBe('grant_type=client_credentials&scope=offers%3Aread+offers%3Awrite');
    const pair = Buffer.from(headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString();
    expect(pair).toBe('portal:a%3Ab%26c+d');
  });

  test('carries it in the body where the server wants it there, with an audience', () => {
    const { headers, body } = tokenRequest({ ...client, authentication: 'body', scopes: [], audience: 'https://api' });
    expect(headers).not.toHaveProperty('authorization');
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
      grant_type: 'client_credentials',
      audience: 'https://api',
      client_id: 'portal',
      client_secret: 'a:b&c d',
    });
  });
});

describe('the answer of a token endpoint', () => {
  const answer = (members: object) => JSON.stringify({ access_token: 't1', token_type: 'Bearer', ...members });

  test.each<[string, number, string, object]>([
    ['a token', 200, answer({ expires_in: 60 }), { kind: 'given', given: { token: 't1', seconds: 60 } }],
    ['its time as text', 200, answer({ expires_in: '60' }), { given: { seconds: 60 } }],
    ['no time', 200, answer({}), { given: { seconds: 300 } }],
    ['a time that is none', 200, answer({ expires_in: -1 }), { given: { seconds: 300 } }],
    ['a time without end', 200, answer({ expires_in: 1e12 }), { given: { seconds: 86_400 } }],
    ['the type in small letters', 200, answer({ token_type: 'bearer' }), { kind: 'given' }],
    ['another type', 200, answer({ token_type: 'mac' }), { kind: 'failed' }],
    ['a token that would begin another header', 200, answer({ access_token: 't\r\nX: 1' }), { kind: 'failed' }],
    ['no token', 200, '{}', { kind: 'failed' }],
    ['no JSON', 200, '<html>', { kind: 'failed' }],
    ['null', 200, 'null', { kind: 'failed' }],
    ['a refusal', 401, '{"error":"invalid_client"}', { kind: 'refused', error: 'invalid_client' }],
    ['a refusal that repeats the secret', 400, '{"error":"S3cret 1"}', { kind: 'refused', error: 'status 400' }],
    ['a redirect', 302, '', { kind: 'refused', error: 'status 302' }],
    ['too many requests', 429, '', { kind: 'failed', error: 'status 429' }],
    ['an error of its own', 503, '', { kind: 'failed', error: 'status 503' }],
  ])('is read: %s', (_, status, body, want) => {
    expect(readToken(status, body)).toMatchObject(want);
  });
});
