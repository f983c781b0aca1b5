import { sql } from 'kysely';
import type { Database } from '../../../platform/database/index.ts';
import { type AnswerStore, type Claim, type KeyPlace, rememberedSince } from './answer-store.ts';

interface AnswersTable {
  organization: string;
  api: string;
  version: string;
  key: string;
  fingerprint: string;
  state: 'under-way' | 'answered' | 'unknown';
  holder: string;
  held_until: string;
  first_at: string;
  status: number | null;
  headers: string | null;
  body: string | null;
}

/** First answers in the database, on either kind. A claim is one statement, so that of all who ask one is given the key. */
export function sqlAnswerStore(database: Database): AnswerStore {
  const db = database.db.withTables<{ gateway_answers: AnswersTable }>();
  const heldBy = (place: KeyPlace, holder: string) =>
    db.updateTable('gateway_answers').where(here(place)).where('holder', '=', holder);

  return {
    async claim(place, { fingerprint, holder, now, heldUntil, mayTakeOver }) {
      const row = {
        ...place,
        fingerprint,
        state: 'under-way' as const,
        holder,
        held_until: heldUntil.toISOString(),
        first_at: now.toISOString(),
        status: null,
        headers: null,
        body: null,
      };
      const isOver = sql<boolean>`gateway_answers.first_at < ${rememberedSince(now).toISOString()}`;
      const isLeft = sql<boolean>`(gateway_answers.state = 'under-way'
        and gateway_answers.held_until < ${now.toISOString()} and gateway_answers.fingerprint = ${fingerprint})`;
      const given = await db
        .insertInto('gateway_answers')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['organization', 'api', 'version', 'key'])
            .doUpdateSet(row)
            .where(mayTakeOver ? sql<boolean>`(${isOver} or ${isLeft})` : isOver),
        )
        .returning('holder')
        .executeTakeFirst();
      if (given?.holder === holder) return { kind: 'given' };
      const found = await db.selectFrom('gateway_answers').selectAll().where(here(place)).executeTakeFirst();
      // It was released in between: who asks again is given it.
      if (found === undefined) return { kind: 'under-way' };
      return found.fingerprint === fingerprint ? claimOf(found, now) : { kind: 'reused' };
    },
    async holdOn(place, holder, heldUntil) {
      await heldBy(place, holder).set({ held_until: heldUntil.toISOString() }).execute();
    },
    async settle(place, holder, outcome) {
      const settled =
        outcome === 'unknown'
          ? { state: 'unknown' as const }
          : {
              state: 'answered' as const,
              status: outcome.status,
              headers: JSON.stringify(outcome.headers),
              body: outcome.body.toString('base64'),
            };
      await heldBy(place, holder).set(settled).execute();
    },
    async release(place, holder) {
      await db.deleteFrom('gateway_answers').where(here(place)).where('holder', '=', holder).execute();
    },
    async removeBefore(time) {
      const { numDeletedRows } = await db
        .deleteFrom('gateway_answers')
        .where('first_at', '<', time.toISOString())
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

function here({ organization, api, version, key }: KeyPlace) {
  return sql<boolean>`organization = ${organization} and api = ${api} and version = ${version} and key = ${key}`;
}

function claimOf({ state, held_until, status, headers, body }: AnswersTable, now: Date): Claim {
  switch (state) {
    case 'under-way':
      return { kind: held_until < now.toISOString() ? 'unknown' : 'under-way' };
    case 'unknown':
      return { kind: 'unknown' };
    case 'answered':
      return {
        kind: 'answered',
        answer: {
          status: status ?? 500,
          headers: JSON.parse(headers ?? '{}') as Record<string, string | string[]>,
          body: Buffer.from(body ?? '', 'base64'),
        },
      };
  }
}
