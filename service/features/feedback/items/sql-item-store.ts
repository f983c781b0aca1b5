import { type Generated, type Insertable, type Selectable, sql } from 'kysely';
import type { Database } from '../../../platform/database/index.ts';
import type {
  AttachedExchange,
  FeedbackContext,
  FeedbackItem,
  FeedbackKind,
  FeedbackState,
  HeldReason,
  TriagedItem,
} from './item.ts';
import type { ItemStore } from './item-store.ts';

interface ProofsTable {
  signature: string;
  expires: string;
}

interface ItemsTable {
  id: string;
  received_at: string;
  kind: string;
  page: string;
  page_text: string | null;
  helpful: number | null;
  reason: string | null;
  comment: string | null;
  context: string;
  api: string | null;
  version: string | null;
  operation: string | null;
  journey: string | null;
  step: string | null;
  email: string | null;
  person: string | null;
  organization: string | null;
  exchange: string | null;
  has_excerpt: number;
  held: string | null;
  state: Generated<string>;
  revision: Generated<number>;
  changed_by: string | null;
  changed_at: string | null;
}

export function sqlItemStore(database: Database): ItemStore {
  const db = database.db.withTables<{ feedback_items: ItemsTable; feedback_proofs: ProofsTable }>();
  return {
    async add(item) {
      await db.insertInto('feedback_items').values(toRow(item)).execute();
    },

    async find(id) {
      const row = await db.selectFrom('feedback_items').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : fromRow(row);
    },

    async list({ state, held, kind, page, words, before, limit }) {
      let query = db
        .selectFrom('feedback_items')
        .selectAll()
        .where('held', held ? 'is not' : 'is', null);
      if (state !== undefined) query = query.where('state', '=', state);
      if (kind !== undefined) query = query.where('kind', '=', kind);
      if (page !== undefined) query = query.where('page', '=', page);
      if (before !== undefined) query = query.where('id', '<', before);
      if (words !== undefined) {
        const part = `%${words.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
        query = query.where((either) =>
          either.or(
            (['comment', 'context', 'page'] as const).map(
              (column) => sql<boolean>`lower(${sql.ref(column)}) like ${part} escape '\\'`,
            ),
          ),
        );
      }
      const rows = await query
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      return { items: rows.slice(0, limit).map(triaged), hasMore: rows.length > limit };
    },

    async countHeld() {
      const { count } = await db
        .selectFrom('feedback_items')
        .select(sql<number>`count(*)`.as('count'))
        .where('held', 'is not', null)
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    async change(id, revision, { state, held, by, at }) {
      const changed = await db
        .updateTable('feedback_items')
        .set({ revision: revision + 1, changed_by: by, changed_at: at.toISOString() })
        .$if(state !== undefined, (update) => update.set({ state }))
        .$if(held === false, (update) => update.set({ held: null }))
        .where('id', '=', id)
        .where('revision', '=', revision)
        .returningAll()
        .executeTakeFirst();
      if (changed !== undefined) return triaged(changed);
      const there = await db.selectFrom('feedback_items').select('id').where('id', '=', id).executeTakeFirst();
      return there === undefined ? null : 'stale';
    },

    async ofPerson(person) {
      const rows = await db
        .selectFrom('feedback_items')
        .selectAll()
        .where('person', '=', person)
        .orderBy('id')
        .execute();
      return rows.map(fromRow);
    },

    async forgetPerson(person) {
      const { numUpdatedRows } = await db
        .updateTable('feedback_items')
        .set({ person: null, organization: null, email: null })
        .where('person', '=', person)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },

    async dropExcerpts(before, most) {
      const rows = await db
        .selectFrom('feedback_items')
        .select(['id', 'exchange'])
        .where('has_excerpt', '=', 1)
        .where('received_at', '<', before.toISOString())
        .limit(most)
        .execute();
      for (const { id, exchange } of rows) {
        const rest = { ...(JSON.parse(exchange ?? '{}') as object), excerpt: null };
        await db
          .updateTable('feedback_items')
          .set({ exchange: JSON.stringify(rest), has_excerpt: 0 })
          .where('id', '=', id)
          .execute();
      }
      return rows.length;
    },

    async spendProof(signature, expires, now) {
      await db.deleteFrom('feedback_proofs').where('expires', '<', now.toISOString()).execute();
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('feedback_proofs')
        .values({ signature, expires: expires.toISOString() })
        .onConflict((conflict) => conflict.column('signature').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
  };
}

function toRow(item: FeedbackItem): Insertable<ItemsTable> {
  const { api = null, version = null, operation = null, journey = null, step = null } = item.context;
  return {
    ...{ id: item.id, received_at: item.receivedAt.toISOString(), kind: item.kind, page: item.page },
    ...{ page_text: item.pageText, reason: item.reason, comment: item.comment, held: item.held },
    helpful: item.helpful === null ? null : Number(item.helpful),
    context: JSON.stringify(item.context),
    ...{ api, version, operation, journey, step },
    ...{ email: item.email, person: item.person, organization: item.organization },
    exchange: item.exchange === null ? null : JSON.stringify(item.exchange),
    has_excerpt: item.exchange?.excerpt ? 1 : 0,
  };
}

function fromRow(row: Selectable<ItemsTable>): FeedbackItem {
  return {
    ...{ id: row.id, receivedAt: new Date(row.received_at), kind: row.kind as FeedbackKind, page: row.page },
    ...{ pageText: row.page_text, reason: row.reason, comment: row.comment, held: row.held as HeldReason | null },
    helpful: row.helpful === null ? null : row.helpful === 1,
    context: JSON.parse(row.context) as FeedbackContext,
    ...{ email: row.email, person: row.person, organization: row.organization },
    exchange: row.exchange === null ? null : readExchange(row.exchange),
  };
}

function triaged(row: Selectable<ItemsTable>): TriagedItem {
  const { state, revision, changed_by: changedBy, changed_at: at } = row;
  const changedAt = at === null ? null : new Date(at);
  return { ...fromRow(row), state: state as FeedbackState, revision, changedBy, changedAt };
}

function readExchange(text: string): AttachedExchange {
  const { at, ...rest } = JSON.parse(text) as Omit<AttachedExchange, 'at'> & { at: string };
  return { ...rest, at: new Date(at) };
}
