/** Who asks an authorization server for a token, and for what. */
export interface TokenClient {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the secret goes: the `Authorization` header, or the body (RFC 6749 §2.3.1). */
  readonly authentication: 'basic' | 'body';
  readonly scopes: readonly string[];
  readonly audience?: string;
}

export interface TokenRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The request of the client credentials grant (RFC 6749 §4.4.2). Pure. */
export function tokenRequest(client: TokenClient): TokenRequest {
  const { clientId, clientSecret, authentication, scopes, audience } = client;
  const form = new URLSearchParams({ grant_type: 'client_credentials' });
  if (scopes.length > 0) form.set('scope', scopes.join(' '));
  if (audience !== undefined) form.set('audience', audience);
  const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
  if (authentication === 'body') {
    form.set('client_id', clientId);
    form.set('client_secret', clientSecret);
    return { headers, body: form.toString() };
  }
  const pair = `${formEncoded(clientId)}:${formEncoded(clientSecret)}`;
  const authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
  return { headers: { ...headers, authorization }, body: form.toString() };
}

/** RFC 6749 appendix B: each half is encoded as in a form before the two are joined. */
function formEncoded(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1);
}
