import type { Database } from '../../platform/database/index.ts';
import type { FeedbackStore } from './feedback-store.ts';

interface FeedbackRow {
  id: string;
  received_at: string;
  page: string;
  helpful: number;
  reason: string | null;
  comment: string | null;
}

export function sqlFeedbackStore(database: Database): FeedbackStore {
  const db = database.db.withTables<{ feedback: FeedbackRow }>();
  return {
    async add({ id, receivedAt, page, helpful, reason, comment }) {
      const row = { id, received_at: receivedAt.toISOString(), page, helpful: helpful ? 1 : 0, reason, comment };
      await db.insertInto('feedback').values(row).execute();
    },
    async find(id) {
      const row = await db.selectFrom('feedback').selectAll().where('id', '=', id).executeTakeFirst();
      if (row === undefined) return null;
      const { received_at: receivedAt, helpful, ...rest } = row;
      return { ...rest, receivedAt: new Date(receivedAt), helpful: helpful === 1 };
    },
  };
}
