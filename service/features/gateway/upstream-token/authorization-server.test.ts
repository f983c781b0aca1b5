import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fakeTiming } from '../resilience/timing.fixture.ts';
import { type TokenClient, TokenFailure, type UpstreamToken, upstreamToken } from './index.ts';

const clientSecret = 's3cret: of/the+portal & 100% "long"';

let server: Server;
let url: string;
const issued: string[] = [];
beforeAll(async () => {
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = {
    client_secret: clientSecret,
    grant_types: ['client_credentials'],
    scope: 'things:read',
    redirect_uris: [],
    response_types: [],
  };
  const provider = new Provider(issuer, {
    clients: [
      { ...client, client_id: 'by-header', token_endpoint_auth_method: 'client_secret_basic' },
      { ...client, client_id: 'by-body', token_endpoint_auth_method: 'client_secret_post' },
    ],
    features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
    scopes: ['things:read', 'things:write'],
    ttl: { ClientCredentials: 60 },
  });
  provider.on('client_credentials.saved', ({ scope }) => issued.push(scope ?? ''));
  // The type says void; Koa's handler gives a promise.
  const handle = provider.callback();
  server.on('request', (request, response) => void handle(request, response));
  url = `${issuer}/token`;
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
});

async function withToken<T>(difference: Partial<TokenClient>, work: (token: UpstreamToken) => Promise<T>): Promise<T> {
  const client = {
    url,
    clientId: 'by-header',
    clientSecret,
    authentication: 'basic' as const,
    scopes: ['things:read'],
  };
  const log = { info: () => undefined, warn: () => undefined };
  const token = upstreamToken('api v1', { ...client, ...difference }, { timing: fakeTiming(), log, timeoutSeconds: 5 });
  try {
    return await work(token);
  } finally {
    await token.close();
  }
}

describe('an authorization server', () => {
  test.each([
    ['in the header', { clientId: 'by-header', authentication: 'basic' as const }],
    ['in the body', { clientId: 'by-body', authentication: 'body' as const }],
  ])('gives a token to who shows its secret %s, whatever letters it has', async (_, difference) => {
    const before = issued.length;
    const tokens = await withToken(difference, ({ take }) => Promise.all([take(), take(), take()]));
    expect(new Set(tokens).size).toBe(1);
    expect(tokens[0]).toMatch(/^[\w-]{20,}$/);
    expect(issued.slice(before)).toEqual(['things:read']);
  });

  test.each([
    ['another secret', { clientSecret: 'wrong' }, 'invalid_client'],
    ['a client that it does not know', { clientId: 'nobody' }, 'invalid_client'],
    ['a scope that the client may not have', { scopes: ['things:write'] }, 'invalid_scope'],
  ])('refuses %s, and its code is told', async (_, difference, code) => {
    const failure: unknown = await withToken(difference, ({ take }) => take()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TokenFailure);
    expect(failure).toMatchObject({ isRefusal: true, message: code });
  });
});
