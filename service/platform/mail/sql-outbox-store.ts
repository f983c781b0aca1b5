import { sql } from 'kysely';
import type { Database } from '../database/index.ts';
import type { NewId } from '../ids.ts';
import type { Seal } from '../secret/index.ts';
import type { Mail } from './mail.ts';
import type { MailOutcome, OutboxStore } from './outbox-store.ts';

interface MailRow {
  readonly id: string;
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly sealed: string;
  readonly attempts: number;
  readonly next_at: string;
  readonly created_at: string;
  readonly error: string | null;
}

/** In one query. */
const mostNamed = 500;

export function sqlOutboxStore(deps: { database: Database; seal: Seal; newId: NewId }): OutboxStore {
  const { database, seal, newId } = deps;
  const db = database.db.withTables<{ mail_outbox: MailRow }>();
  const skipLocked = database.kind === 'postgres' ? sql`for update skip locked` : sql``;

  return {
    async add(mail, now, within) {
      const id = newId('mail');
      const at = now.toISOString();
      const row = { id, state: 'waiting' as const, attempts: 0, next_at: at, created_at: at, error: null };
      await (within?.withTables<{ mail_outbox: MailRow }>() ?? db)
        .insertInto('mail_outbox')
        .values({ ...row, sealed: seal.close(JSON.stringify(mail)) })
        .execute();
      return id;
    },
    async claim(now, leasedUntil, limit) {
      const due = sql<string>`(
        select id from mail_outbox where state = 'waiting' and next_at <= ${now.toISOString()}
        order by next_at, id limit ${limit} ${skipLocked})`;
      const rows = await db
        .updateTable('mail_outbox')
        .set({ next_at: leasedUntil.toISOString() })
        .where(sql<boolean>`id in ${due}`)
        .returning(['id', 'sealed', 'attempts'])
        .execute();
      return rows
        .sort((one, other) => (one.id < other.id ? -1 : 1))
        .map(({ id, sealed, attempts }) => ({ ...(JSON.parse(seal.open(sealed)) as Mail), id, attempts }));
    },
    async sent(id) {
      await db
        .updateTable('mail_outbox')
        .set({ state: 'sent', sealed: '', error: null })
        .where('id', '=', id)
        .execute();
    },
    async failed(id, error, nextAt) {
      const ending = nextAt === null ? { state: 'failed' as const, sealed: '' } : { next_at: nextAt.toISOString() };
      await db
        .updateTable('mail_outbox')
        .set((row) => ({ ...ending, error, attempts: row('attempts', '+', 1) }))
        .where('id', '=', id)
        .execute();
    },
    async nextDue() {
      const { next } = await db
        .selectFrom('mail_outbox')
        .select((row) => row.fn.min('next_at').as('next'))
        .where('state', '=', 'waiting')
        .executeTakeFirstOrThrow();
      return next === null ? null : new Date(next);
    },
    async outcomes(ids) {
      const found = new Map<string, MailOutcome>();
      for (let from = 0; from < ids.length; from += mostNamed) {
        const rows = await db
          .selectFrom('mail_outbox')
          .where('id', 'in', ids.slice(from, from + mostNamed))
          .select(['id', 'state', 'error'])
          .execute();
        for (const { id, state, error } of rows) found.set(id, { state, error });
      }
      return found;
    },
    async counts() {
      const rows = await db
        .selectFrom('mail_outbox')
        .select(['state', (row) => row.fn.countAll<number>().as('count')])
        .where('state', '!=', 'sent')
        .groupBy('state')
        .execute();
      const of = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0);
      return { waiting: of('waiting'), failed: of('failed') };
    },
    async removeEnded(before) {
      const { numDeletedRows } = await db
        .deleteFrom('mail_outbox')
        .where('state', '!=', 'waiting')
        .where('created_at', '<', before.toISOString())
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
