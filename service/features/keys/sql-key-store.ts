import type { Selectable } from 'kysely';
import type { Database } from '../../platform/database/index.ts';
import type { Key } from './key.ts';
import type { KeyStore } from './key-store.ts';

interface KeyRow {
  id: string;
  hash: string;
  organization: string;
  environment: 'sandbox' | 'live';
  requests_per_minute: number;
  created_at: string;
  expires_at: string | null;
  revoked_at: string | null;
  scopes: string | null;
}

export function sqlKeyStore(database: Database): KeyStore {
  const db = database.db.withTables<{ keys: KeyRow }>();
  return {
    async add(key, hash) {
      await db.insertInto('keys').values(toRow(key, hash)).execute();
    },
    async findByHash(hash) {
      const row = await db.selectFrom('keys').selectAll().where('hash', '=', hash).executeTakeFirst();
      return row ? toKey(row) : null;
    },
    async firstIssuedAt(organization) {
      const row = await db
        .selectFrom('keys')
        .select((keys) => keys.fn.min('created_at').as('first'))
        .where('organization', '=', organization)
        .executeTakeFirst();
      return row?.first ? new Date(row.first) : null;
    },
    async revoke(id, at) {
      const { numUpdatedRows } = await db
        .updateTable('keys')
        .set((keys) => ({ revoked_at: keys.fn.coalesce('revoked_at', keys.val(at.toISOString())) }))
        .where('id', '=', id)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async removeExpired(before) {
      const { numDeletedRows } = await db
        .deleteFrom('keys')
        .where('expires_at', '<', before.toISOString())
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

function toRow(key: Key, hash: string): KeyRow {
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
  };
}

function toKey(row: Selectable<KeyRow>): Key {
  return {
    id: row.id,
    organization: row.organization,
    environment: row.environment,
    requestsPerMinute: row.requests_per_minute,
    createdAt: new Date(row.created_at),
    expiresAt: row.expires_at === null ? null : new Date(row.expires_at),
    revokedAt: row.revoked_at === null ? null : new Date(row.revoked_at),
    ...(row.scopes !== null && { scopes: row.scopes.split(' ') as Key['scopes'] }),
  };
}
