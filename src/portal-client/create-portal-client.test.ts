import { describe, expect, test } from 'vitest';
import { createPortalClient } from './create-portal-client';

function answering(status: number, body: string, headers: Record<string, string> = {}) {
  const requests: Request[] = [];
  const client = createPortalClient('https://portal.example', async (input, init) => {
    requests.push(new Request(input, init));
    return new Response(status === 204 ? null : body, { status, headers });
  });
  return { client, requests };
}

const noSignal = new AbortController().signal;

describe('the client of the service', () => {
  test('sends the guest cookie with the request for a key, and with nothing else', async () => {
    const { client, requests } = answering(201, '{}');
    await client.createGuestKey();
    await client.readJourneyProgress('first-call', 'ptl_test_x', noSignal);
    expect(requests.map((request) => [request.method, request.url, request.credentials])).toEqual([
      ['POST', 'https://portal.example/api/v1/guest-keys', 'include'],
      ['GET', 'https://portal.example/api/v1/journeys/first-call/progress', 'omit'],
    ]);
    expect(requests[1]?.headers.get('authorization')).toBe('Bearer ptl_test_x');
  });

  test('gives a refusal as a problem with its code, its places and the time to wait', async () => {
    const problem = {
      type: 'https://portal.example/docs/errors/rate-limited',
      title: 'Too many requests',
      status: 429,
      errors: [{ in: 'body', at: '/page', message: 'must start with /' }, { in: 3 }],
    };
    const { client } = answering(429, JSON.stringify(problem), { 'Retry-After': '7' });
    expect(await client.createGuestKey()).toEqual({
      kind: 'problem',
      problem: {
        kind: 'refused',
        code: 'rate-limited',
        status: 429,
        title: 'Too many requests',
        detail: null,
        places: [{ in: 'body', at: '/page', message: 'must start with /' }],
        retryAfterSeconds: 7,
        guide: '/docs/errors/rate-limited',
      },
    });
  });

  test.each([
    ['a proxy’s HTML page', 502, '<html>Bad gateway</html>', 'refused', 'status-502'],
    ['a success that is not JSON', 201, '<html>', 'unreadable', 'unreadable'],
    ['a success without a body', 204, '', 'unreadable', 'unreadable'],
  ])('gives %s as a problem', async (_name, status, body, kind, code) => {
    const outcome = await answering(status, body).client.createGuestKey();
    expect(outcome).toMatchObject({ kind: 'problem', problem: { kind, code } });
  });

  test('gives a network failure as a problem', async () => {
    const client = createPortalClient('https://portal.example', async () => {
      throw new TypeError('Failed to fetch');
    });
    expect(await client.createGuestKey()).toMatchObject({ kind: 'problem', problem: { kind: 'unreachable' } });
  });
});
