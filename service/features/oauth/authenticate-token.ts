import type { Authenticate, KeyDecision } from '../keys/index.ts';
import { isRecord } from './is-record.ts';
import type { OAuthRecord, OAuthStore } from './oauth-record.ts';
import { tokenHash } from './token-hash.ts';

// What `oidc-provider` makes: 256 random bits, base64url. Keys look otherwise.
const tokenShape = /^[A-Za-z0-9_-]{43}$/;

/** Takes an access token wherever a key is taken; everything else is left to `keys`. */
export function withTokens(
  keys: Authenticate,
  store: Pick<OAuthStore, 'find'>,
  requestsPerMinute: number,
): Authenticate {
  return async (presented, now) => {
    if (presented === undefined || !tokenShape.test(presented)) return keys(presented, now);
    const hash = tokenHash(presented);
    const record = (await store.find('ClientCredentials', hash)) ?? (await store.find('AccessToken', hash));
    return decideToken(record, now, requestsPerMinute);
  };
}

/** Whose token this is, or why it opens nothing. A revoked token has no record any more. */
export function decideToken(record: OAuthRecord | null, now: Date, requestsPerMinute: number): KeyDecision {
  if (record === null) return refused('No such token was issued here, or it was revoked. Get a new one.');
  if (record.expiresAt <= now) return refused(`The token ended at ${record.expiresAt.toISOString()}. Get a new one.`);
  const payload: unknown = JSON.parse(record.payload);
  if (!isRecord(payload) || !isRecord(payload.extra)) throw new Error('A stored token cannot be read.');
  const { organization, api } = payload.extra;
  if (typeof organization !== 'string' || typeof api !== 'string') throw new Error('A stored token is of nobody.');
  const scopes = typeof payload.scope === 'string' ? payload.scope.split(' ') : [];
  const id = `token_${record.hash.slice(0, 26)}`;
  const key = { id, organization, environment: 'sandbox' as const, requestsPerMinute, limitedTo: { api, scopes } };
  return { kind: 'usable', key };
}

function refused(detail: string): KeyDecision {
  return { kind: 'refused', code: 'token-invalid', detail };
}
