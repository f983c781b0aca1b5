import type { Selectable } from 'kysely';
import type { Database } from '../../platform/database/index.ts';
import type { OAuthRecord, OAuthStore } from './oauth-record.ts';

interface OAuthRow {
  model: string;
  hash: string;
  payload: string;
  consent: string | null;
  alias: string | null;
  expires_at: string;
  consumed_at: string | null;
}

export function sqlOAuthStore(database: Database): OAuthStore {
  const db = database.db.withTables<{ oauth_records: OAuthRow }>();
  const one = (model: string, name: 'hash' | 'alias', value: string) =>
    db
      .selectFrom('oauth_records')
      .selectAll()
      .where('model', '=', model)
      .where(name, '=', value)
      .orderBy('expires_at', 'desc')
      .executeTakeFirst();
  const find: OAuthStore['find'] = async (model, hash) => toRecord(await one(model, 'hash', hash));
  return {
    find,
    async put(record) {
      const { model: _, hash: __, ...changed } = toRow(record);
      await db
        .insertInto('oauth_records')
        .values(toRow(record))
        .onConflict((conflict) => conflict.columns(['model', 'hash']).doUpdateSet(changed))
        .execute();
    },
    async keepFirst(record) {
      await db
        .insertInto('oauth_records')
        .values(toRow(record))
        .onConflict((conflict) => conflict.columns(['model', 'hash']).doNothing())
        .execute();
      return (await find(record.model, record.hash)) ?? record;
    },
    findByAlias: async (model, alias) => toRecord(await one(model, 'alias', alias)),
    async consume(model, hash, at) {
      await db
        .updateTable('oauth_records')
        .set({ consumed_at: at.toISOString() })
        .where('model', '=', model)
        .where('hash', '=', hash)
        .where('consumed_at', 'is', null)
        .execute();
    },
    async remove(model, hash) {
      await db.deleteFrom('oauth_records').where('model', '=', model).where('hash', '=', hash).execute();
    },
    async removeGrant(grant) {
      await db.deleteFrom('oauth_records').where('consent', '=', grant).execute();
    },
    async removeExpired(before) {
      const { numDeletedRows } = await db
        .deleteFrom('oauth_records')
        .where('expires_at', '<', before.toISOString())
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

function toRow(record: OAuthRecord): OAuthRow {
  const { model, hash, payload, grant, alias, expiresAt, consumedAt } = record;
  return {
    ...{ model, hash, payload, alias, consent: grant },
    expires_at: expiresAt.toISOString(),
    consumed_at: consumedAt?.toISOString() ?? null,
  };
}

function toRecord(row: Selectable<OAuthRow> | undefined): OAuthRecord | null {
  if (row === undefined) return null;
  const { model, hash, payload, alias, consent } = row;
  return {
    ...{ model, hash, payload, alias, grant: consent },
    expiresAt: new Date(row.expires_at),
    consumedAt: row.consumed_at === null ? null : new Date(row.consumed_at),
  };
}
