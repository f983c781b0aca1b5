import { isRecord } from '../../../portal-client';
import type { TokenCredential, TokenWay } from './credential';

/** An answer of the authorization server, or why there is none. */
export type TokenOutcome =
  | { readonly kind: 'token'; readonly token: TokenCredential; readonly idToken: string | null }
  /** `code` is RFC 6749 §5.2's, or `unreachable`. */
  | { readonly kind: 'refused'; readonly code: string; readonly sentence: string };

export interface TokenServerPorts {
  readonly serviceUrl: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly now: () => number;
}

/** RFC 6749 §2.3.1; a public client has no secret. */
export interface ClientIdentity {
  readonly id: string;
  readonly secret: string | null;
}

export type FormAnswer =
  | { readonly kind: 'ok'; readonly body: Readonly<Record<string, unknown>> }
  | Extract<TokenOutcome, { kind: 'refused' }>;

/** Posts a form to the sandbox's own authorization server; `address` is one of its `ServerAddresses`. */
export async function postForm(
  address: string,
  form: Readonly<Record<string, string>>,
  client: ClientIdentity,
  ports: TokenServerPorts,
): Promise<FormAnswer> {
  const { id, secret } = client;
  const body = new URLSearchParams(secret === null ? { ...form, client_id: id } : form);
  const headers: Record<string, string> = { 'Content-Type': 'application/x-www-form-urlencoded' };
  if (secret !== null)
    headers.Authorization = `Basic ${btoa(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`)}`;
  try {
    const init = { method: 'POST', headers, body, credentials: 'omit', cache: 'no-store', redirect: 'error' } as const;
    const answer = await ports.fetch(address, init);
    const text = await answer.text();
    const read: unknown = text === '' ? {} : JSON.parse(text);
    if (answer.ok && isRecord(read)) return { kind: 'ok', body: read };
    return refusal(isRecord(read) ? read : {}, answer.status);
  } catch {
    return { kind: 'refused', code: 'unreachable', sentence: 'The authorization server does not answer. Try again.' };
  }
}

export async function requestToken(
  address: string,
  form: Readonly<Record<string, string>>,
  client: ClientIdentity,
  way: TokenWay,
  ports: TokenServerPorts,
): Promise<TokenOutcome> {
  const answer = await postForm(address, form, client, ports);
  if (answer.kind === 'refused') return answer;
  const { access_token: text, expires_in: seconds, scope, refresh_token: refresh, id_token: idToken } = answer.body;
  if (typeof text !== 'string' || typeof seconds !== 'number') {
    return { kind: 'refused', code: 'unreadable', sentence: 'The authorization server answered without a token.' };
  }
  const scopes = typeof scope === 'string' ? scope.split(' ').filter((name) => name !== '') : [];
  const token: TokenCredential = {
    kind: 'token',
    text,
    endsAt: ports.now() + seconds * 1000,
    scopes,
    refreshToken: typeof refresh === 'string' ? refresh : null,
    way,
  };
  return { kind: 'token', token, idToken: typeof idToken === 'string' ? idToken : null };
}

function refusal(body: Readonly<Record<string, unknown>>, status: number): Extract<TokenOutcome, { kind: 'refused' }> {
  const code = typeof body.error === 'string' ? body.error : `status-${status}`;
  const words = body.error_description ?? body.detail;
  const said = typeof words === 'string' ? ` It says: ${words}.`.replace(/\.\.$/, '.') : '';
  return { kind: 'refused', code, sentence: `${sentences[code] ?? 'The authorization server refused.'}${said}` };
}

/** Who is at fault, in words. */
const sentences: Readonly<Record<string, string>> = {
  invalid_client: 'The authorization server does not know this client any more.',
  invalid_grant: 'What was to be exchanged for a token is used up, or its time is over.',
  access_denied: 'Access was denied on the page that asked.',
  expired_token: 'The code’s time is over. Start again.',
};
