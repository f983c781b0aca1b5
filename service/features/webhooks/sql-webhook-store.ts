import { type Kysely, sql } from 'kysely';
import type { Database } from '../../platform/database/index.ts';
import type { Seal } from '../../platform/secret/index.ts';
import { fromAttemptRow, fromLaneRow, fromRow, toAttemptRow, toLaneRow, toRow } from './rows.ts';
import { pruneDeliveries } from './prune.ts';
import type { WebhookDb, WebhookTables } from './tables.ts';
import type { WebhookStore } from './webhook-store.ts';

/** The secrets of lanes lie in it sealed. */
export function sqlWebhookStore(database: Database, seal: Seal): WebhookStore {
  return storeOn(database.db.withTables<WebhookTables>(), database.kind, seal);
}

function storeOn(db: WebhookDb, kind: Database['kind'], seal: Seal): WebhookStore {
  const of = (organization: string) =>
    db.selectFrom('webhook_deliveries').selectAll().where('organization', '=', organization);
  return {
    within: (transaction: Kysely<unknown>) => storeOn(transaction.withTables<WebhookTables>(), kind, seal),

    async add(deliveries) {
      if (deliveries.length > 0) await db.insertInto('webhook_deliveries').values(deliveries.map(toRow)).execute();
    },

    async list(organization, { limit, before, state, forInbox }) {
      let query = of(organization);
      if (before !== undefined) query = query.where('id', '<', before);
      if (state !== undefined) query = query.where('state', '=', state);
      if (forInbox === true) query = query.where('for_inbox', '=', 1);
      const rows = await query
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      return { deliveries: rows.slice(0, limit).map(fromRow), hasMore: rows.length > limit };
    },

    async find(organization, id) {
      const row = await of(organization).where('id', '=', id).executeTakeFirst();
      if (row === undefined) return null;
      const attempts = await db
        .selectFrom('webhook_attempts')
        .selectAll()
        .where('delivery', '=', id)
        .orderBy('number')
        .execute();
      return { delivery: fromRow(row), attempts: attempts.map(fromAttemptRow) };
    },

    async since(organization, from, limit) {
      const rows = await of(organization)
        .where('created_at', '>=', from.toISOString())
        .where('cause', 'in', ['event', 'test'])
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },

    async claim({ now, leasedUntil, limit, fullLanes }) {
      let due = db
        .selectFrom('webhook_deliveries')
        .select('id')
        .where('state', '=', 'waiting')
        .where('next_at', '<=', now.toISOString())
        .where(isFree(now))
        .orderBy('next_at')
        .orderBy('id')
        .limit(limit);
      if (fullLanes.length > 0) due = due.where('lane', 'not in', fullLanes);
      // Two instances on PostgreSQL each take what the other has not locked; SQLite has one writer at a time.
      if (kind === 'postgres') due = due.forUpdate().skipLocked();
      const rows = await db
        .updateTable('webhook_deliveries')
        .set({ leased_until: leasedUntil.toISOString() })
        .where('id', 'in', due)
        .where(isFree(now))
        .returningAll()
        .execute();
      return rows.map(fromRow).sort((a, b) => Number(a.nextAt) - Number(b.nextAt) || (a.id < b.id ? -1 : 1));
    },

    async release(ids) {
      if (ids.length === 0) return;
      await db.updateTable('webhook_deliveries').set({ leased_until: null }).where('id', 'in', ids).execute();
    },

    async settle(id, attempt, { state, note, nextAt }) {
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('webhook_attempts')
          .values(toAttemptRow(id, attempt))
          .onConflict((conflict) => conflict.columns(['delivery', 'number']).doUpdateSet(toAttemptRow(id, attempt)))
          .execute();
        await transaction
          .updateTable('webhook_deliveries')
          .set({
            state,
            note,
            attempts: attempt.number,
            last_status: attempt.answer.kind === 'answered' ? attempt.answer.status : null,
            next_at: nextAt?.toISOString() ?? null,
            leased_until: null,
          })
          .where('id', '=', id)
          .where('state', '=', 'waiting')
          .execute();
      });
    },

    async stop(lane, note) {
      await db
        .updateTable('webhook_deliveries')
        .set({ state: 'stopped', note, next_at: null, leased_until: null })
        .where('lane', '=', lane)
        .where('state', '=', 'waiting')
        .execute();
    },

    async redirect(lane, url) {
      await db
        .updateTable('webhook_deliveries')
        .set({ url })
        .where('lane', '=', lane)
        .where('state', '=', 'waiting')
        .execute();
    },

    async lane(lane) {
      const row = await db.selectFrom('webhook_lanes').selectAll().where('lane', '=', lane).executeTakeFirst();
      return row === undefined ? null : fromLaneRow(row, seal);
    },

    async saveLane(lane, organization, kept) {
      const row = toLaneRow(lane, organization, kept, seal);
      await db
        .insertInto('webhook_lanes')
        .values(row)
        .onConflict((conflict) => conflict.column('lane').doUpdateSet(row))
        .execute();
    },

    async noteFailing(lane, since) {
      const failing_since = since?.toISOString() ?? null;
      await db.updateTable('webhook_lanes').set({ failing_since }).where('lane', '=', lane).execute();
    },

    async removeLane(lane) {
      await db.deleteFrom('webhook_lanes').where('lane', '=', lane).execute();
    },

    async hasDue(now) {
      const row = await db
        .selectFrom('webhook_deliveries')
        .select('id')
        .where('state', '=', 'waiting')
        .where('next_at', '<=', now.toISOString())
        .where(isFree(now))
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    prune: (request) => pruneDeliveries(db, request),
  };
}

/** Leased to nobody, or to somebody who did not come back. */
function isFree(now: Date) {
  return sql<boolean>`(leased_until is null or leased_until < ${now.toISOString()})`;
}
