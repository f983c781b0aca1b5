import { sql } from 'kysely';
import type { Database } from '../../../platform/database/index.ts';
import { type KeyRow, type KeyTables, toKey, toRow } from '../key-row.ts';
import type { ManagedKey } from './managed-key.ts';
import type { ManagedKeyStore } from './managed-key-store.ts';

const listed = 500;

export function sqlManagedKeyStore(database: Database): ManagedKeyStore {
  const db = database.db.withTables<KeyTables>();
  const opens = (now: Date) =>
    sql<boolean>`(revoked_at is null and (expires_at is null or expires_at > ${now.toISOString()}))`;
  return {
    async list(organization, now) {
      const rows = await db
        .selectFrom('keys')
        .selectAll()
        .where('organization', '=', organization)
        .where('label', 'is not', null)
        .orderBy(sql`case when ${opens(now)} then 0 else 1 end`)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(listed)
        .execute();
      return rows.map(toManagedKey);
    },
    async find(organization, id) {
      const row = await db
        .selectFrom('keys')
        .selectAll()
        .where('id', '=', id)
        .where('organization', '=', organization)
        .where('label', 'is not', null)
        .executeTakeFirst();
      return row ? toManagedKey(row) : null;
    },
    add: ({ key, hash }, most, now) =>
      db.transaction().execute(async (one) => {
        // SQLite's transactions take turns by themselves; PostgreSQL's of one organization are made to.
        if (database.kind === 'postgres') {
          await sql`select pg_advisory_xact_lock(hashtextextended(${`keys/${key.organization}`}, 0))`.execute(one);
        }
        const { count } = await one
          .selectFrom('keys')
          .select((keys) => keys.fn.countAll<number | string>().as('count'))
          .where('organization', '=', key.organization)
          .where('label', 'is not', null)
          .where(opens(now))
          .executeTakeFirstOrThrow();
        if (Number(count) >= most) return false;
        await one.insertInto('keys').values(toRow(key, hash)).execute();
        return true;
      }),
    roll: ({ id, endsAt }, successor, now) =>
      db.transaction().execute(async (one) => {
        const { numUpdatedRows } = await one
          .updateTable('keys')
          .set({ expires_at: endsAt.toISOString(), replaced_by: successor.key.id })
          .where('id', '=', id)
          .where('organization', '=', successor.key.organization)
          .where('replaced_by', 'is', null)
          .where(opens(now))
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await one.insertInto('keys').values(toRow(successor.key, successor.hash)).execute();
        return true;
      }),
    async revoke(organization, id, at) {
      const { numUpdatedRows } = await db
        .updateTable('keys')
        .set((keys) => ({ revoked_at: keys.fn.coalesce('revoked_at', keys.val(at.toISOString())) }))
        .where('id', '=', id)
        .where('organization', '=', organization)
        .where('label', 'is not', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async noteUses(at, ids) {
      const time = at.toISOString();
      await db
        .updateTable('keys')
        .set({ last_used_at: time })
        .where('id', 'in', [...ids])
        .where('label', 'is not', null)
        .where((keys) => keys.or([keys('last_used_at', 'is', null), keys('last_used_at', '<', time)]))
        .execute();
    },
    async launchedAt(organization) {
      const row = await db
        .selectFrom('key_launches')
        .select('launched_at')
        .where('organization', '=', organization)
        .executeTakeFirst();
      return row ? new Date(row.launched_at) : null;
    },
    async launch(organization, at) {
      await db
        .insertInto('key_launches')
        .values({ organization, launched_at: at.toISOString() })
        .onConflict((conflict) => conflict.column('organization').doNothing())
        .execute();
      return (await this.launchedAt(organization)) ?? at;
    },
  };
}

function toManagedKey(row: KeyRow): ManagedKey {
  return {
    ...toKey(row),
    label: row.label ?? '',
    hint: row.hint ?? '',
    lastUsedAt: row.last_used_at === null ? null : new Date(row.last_used_at),
    replacedBy: row.replaced_by,
  };
}
