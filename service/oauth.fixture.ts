import type { RunningApp } from './app.fixture.ts';

type Inject = Pick<RunningApp['app'], 'inject'>;

export interface IssuedClient {
  readonly client_id: string;
  readonly client_secret?: string;
  readonly organization: string;
  readonly scopes: readonly { readonly name: string; readonly text: string }[];
  readonly redirect_uri: string;
}

/** A guest of their own: a key, and the cookie that names the guest. */
export async function guest(app: Inject): Promise<{ key: string; organization: string; cookie: string }> {
  const answer = await app.inject({ method: 'POST', url: '/api/v1/guest-keys' });
  const { key, organization } = answer.json<{ key: string; organization: string }>();
  return { key, organization, cookie: String(answer.headers['set-cookie']).split(';', 1)[0] ?? '' };
}

export async function clientOf(app: Inject, key: string, kind: 'confidential' | 'public'): Promise<IssuedClient> {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/sandbox-clients',
    headers: { authorization: `Bearer ${key}` },
    payload: { api: 'cardea', kind },
  });
  return answer.json<IssuedClient>();
}

/** Posts a form to the authorization server; a confidential client says its secret (RFC 6749 §2.3.1). */
export function postForm(app: Inject, path: string, form: Record<string, string>, client?: IssuedClient) {
  const secret = client?.client_secret;
  const basic = secret && Buffer.from(`${client.client_id}:${secret}`).toString('base64');
  const own: Record<string, string> = client && !secret ? { client_id: client.client_id } : {};
  return app.inject({
    method: 'POST',
    url: `/oauth/${path}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...(basic && { authorization: `Basic ${basic}` }) },
    payload: new URLSearchParams({ ...form, ...own }).toString(),
  });
}

export interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly expires_in: number;
  readonly scope: string;
}

export async function programToken(app: Inject, client: IssuedClient, scope: string): Promise<TokenAnswer> {
  const answer = await postForm(app, 'token', { grant_type: 'client_credentials', scope }, client);
  return answer.json<TokenAnswer>();
}

export function call(app: Inject, token: string, path = 'cardea/v2/issuers', method: 'GET' | 'DELETE' = 'GET') {
  return app.inject({ method, url: `/gateway/${path}`, headers: { authorization: `Bearer ${token}` } });
}
