import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { JWK } from 'oidc-provider';
import { isRecord } from './is-record.ts';
import type { OAuthStore } from './oauth-record.ts';

export interface ServerSecrets {
  /** Signs the cookies of a consent under way. */
  readonly cookieKey: string;
  /** Signs id tokens (OpenID Connect Core §10.1). */
  readonly signingKey: JWK;
}

const lastsUntil = new Date('9999-01-01T00:00:00Z');

/** The server's own keys, made by whichever process needs them first and the same for all of them from then on. */
export async function serverSecrets(store: Pick<OAuthStore, 'keepFirst'>): Promise<ServerSecrets> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const made = {
    cookieKey: randomBytes(32).toString('base64url'),
    signingKey: { ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' },
  };
  const kept = await store.keepFirst({
    ...{ model: 'ServerSecrets', hash: 'only', payload: JSON.stringify(made), grant: null, alias: null },
    ...{ expiresAt: lastsUntil, consumedAt: null },
  });
  const read: unknown = JSON.parse(kept.payload);
  if (!isServerSecrets(read)) throw new Error('The keys of the authorization server cannot be read.');
  return read;
}

function isServerSecrets(value: unknown): value is ServerSecrets {
  return isRecord(value) && typeof value.cookieKey === 'string' && isRecord(value.signingKey);
}
