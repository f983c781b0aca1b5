import type { OAuthRecord } from './oauth-record.ts';
import { tokenHash } from './token-hash.ts';

/** With a secret, for a program on a server; or public, for an app in a browser or on a device (RFC 6749 §2.1). */
export type ClientKind = 'confidential' | 'public';

export interface SandboxClient {
  readonly id: string;
  readonly kind: ClientKind;
  readonly organization: string;
  /** The API that its tokens open; they open no other. */
  readonly api: string;
  /** What it may ask for, each with what it is for. */
  readonly scopes: readonly (readonly [name: string, text: string])[];
  /** The portal's own page that takes the code; compared letter by letter. */
  readonly redirectUri: string;
  readonly expiresAt: Date;
}

/** A client as the authorization server keeps it: RFC 7591 §2's names, and whose it is. There is only the secret's hash. */
export function clientRecord(client: SandboxClient, secret: string | null): OAuthRecord {
  const forPeople = ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'];
  const metadata = {
    client_id: client.id,
    client_name: client.kind === 'public' ? 'An app of yours' : 'A program of yours',
    grant_types: secret === null ? forPeople : ['client_credentials', ...forPeople],
    response_types: ['code'],
    redirect_uris: [client.redirectUri],
    token_endpoint_auth_method: secret === null ? 'none' : 'client_secret_basic',
    ...(secret !== null && { client_secret: tokenHash(secret) }),
    scope: ['openid', ...client.scopes.map(([name]) => name)].join(' '),
    organization: client.organization,
    api: client.api,
  };
  return {
    model: 'Client',
    hash: tokenHash(client.id),
    payload: JSON.stringify(metadata),
    grant: null,
    alias: null,
    expiresAt: client.expiresAt,
    consumedAt: null,
  };
}
