import type { Key } from './key.ts';

export interface KeyRow {
  id: string;
  hash: string;
  organization: string;
  environment: 'sandbox' | 'live';
  requests_per_minute: number;
  created_at: string;
  expires_at: string | null;
  revoked_at: string | null;
  scopes: string | null;
  label: string | null;
  hint: string | null;
  only_scopes: string | null;
  made_by: string | null;
  /** To the minute. */
  last_used_at: string | null;
  /** The id of the key that it was rolled to. */
  replaced_by: string | null;
}

interface LaunchRow {
  organization: string;
  launched_at: string;
}

export type KeyTables = Record<'keys', KeyRow> & Record<'key_launches', LaunchRow>;

export function toRow(key: Key, hash: string): KeyRow {
  return {
    id: key.id,
    hash,
    organization: key.organization,
    environment: key.environment,
    requests_per_minute: key.requestsPerMinute,
    created_at: key.createdAt.toISOString(),
    expires_at: key.expiresAt?.toISOString() ?? null,
    revoked_at: key.revokedAt?.toISOString() ?? null,
    scopes: key.scopes?.join(' ') ?? null,
    label: key.label ?? null,
    hint: key.hint ?? null,
    only_scopes: key.onlyScopes?.join(' ') ?? null,
    made_by: key.madeBy ?? null,
    last_used_at: null,
    replaced_by: null,
  };
}

export function toKey(row: KeyRow): Key {
  return {
    id: row.id,
    organization: row.organization,
    environment: row.environment,
    requestsPerMinute: row.requests_per_minute,
    createdAt: new Date(row.created_at),
    expiresAt: row.expires_at === null ? null : new Date(row.expires_at),
    revokedAt: row.revoked_at === null ? null : new Date(row.revoked_at),
    ...(row.scopes !== null && { scopes: row.scopes.split(' ') as Key['scopes'] }),
    ...(row.label !== null && { label: row.label }),
    ...(row.hint !== null && { hint: row.hint }),
    ...(row.only_scopes !== null && { onlyScopes: row.only_scopes.split(' ') }),
    ...(row.made_by !== null && { madeBy: row.made_by }),
  };
}
