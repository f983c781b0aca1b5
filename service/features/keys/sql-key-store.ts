import type { Database } from '../../platform/database/index.ts';
import type { KeyStore } from './key-store.ts';
import { type KeyTables, toKey, toRow } from './key-row.ts';

export function sqlKeyStore(database: Database): KeyStore {
  const db = database.db.withTables<KeyTables>();
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
        .where('label', 'is', null)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
