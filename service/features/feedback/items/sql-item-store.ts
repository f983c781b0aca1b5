import type { Database } from '../../../platform/database/index.ts';
import type { AttachedExchange, FeedbackContext, FeedbackItem, FeedbackKind, HeldReason } from './item.ts';
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

function toRow(item: FeedbackItem): ItemsTable {
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

function fromRow(row: ItemsTable): FeedbackItem {
  return {
    ...{ id: row.id, receivedAt: new Date(row.received_at), kind: row.kind as FeedbackKind, page: row.page },
    ...{ pageText: row.page_text, reason: row.reason, comment: row.comment, held: row.held as HeldReason | null },
    helpful: row.helpful === null ? null : row.helpful === 1,
    context: JSON.parse(row.context) as FeedbackContext,
    ...{ email: row.email, person: row.person, organization: row.organization },
    exchange: row.exchange === null ? null : readExchange(row.exchange),
  };
}

function readExchange(text: string): AttachedExchange {
  const { at, ...rest } = JSON.parse(text) as Omit<AttachedExchange, 'at'> & { at: string };
  return { ...rest, at: new Date(at) };
}
