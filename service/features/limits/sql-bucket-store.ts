import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../platform/database/index.ts';
import { draw, plentyOf } from './bucket.ts';
import type { BucketStore } from './bucket-store.ts';

/**
 * Buckets that all instances share. A draw is one statement: the row's lock puts draws of one bucket in a line, so that none
 * is lost. It says in SQL what `draw` says; one suite holds both to it.
 */
export function sqlBucketStore(database: Database): BucketStore {
  const db = database.db.withTables<{ limit_buckets: { bucket: string; full_at: number; granted: number } }>();
  const least = sql.raw(database.kind === 'postgres' ? 'least' : 'min');
  const greatest = sql.raw(database.kind === 'postgres' ? 'greatest' : 'max');
  return {
    async draw(bucket, policy, ask, at) {
      const first = draw(at, policy, ask, at);
      const [now, each] = [whole(at), whole(policy.microsecondsPerRequest)];
      const room = whole(policy.quota * policy.microsecondsPerRequest);
      const back = whole(ask.returned * policy.microsecondsPerRequest);
      const base = sql`${least}(${greatest}(limit_buckets.full_at - ${back}, ${now}), ${now} + ${room})`;
      const there = sql`((${room} - (${base} - ${now})) / ${each})`;
      const enough = whole(ask.waiting + plentyOf(policy));
      const [all, some] = [whole(ask.waiting + ask.ahead), whole(ask.waiting)];
      const granted = sql`${least}(${there}, case when ${there} >= ${enough} then ${all} else ${some} end)`;
      const { rows } = await sql<{ granted: number; full_at: number }>`
        insert into limit_buckets (bucket, full_at, granted)
        values (${bucket}, ${whole(first.fullAt)}, ${whole(first.granted)})
        on conflict (bucket) do update set full_at = ${base} + ${granted} * ${each}, granted = ${granted}
        returning granted, full_at`.execute(db);
      const row = rows[0];
      if (row === undefined) throw new Error('The statement that draws from a bucket returned nothing.');
      return { granted: row.granted, fullAt: row.full_at };
    },
    async removeFull(now) {
      const { numDeletedRows } = await db.deleteFrom('limit_buckets').where('full_at', '<', now).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

/** An integer for both databases: the division of two of them is whole. */
function whole(value: number): RawBuilder<number> {
  return sql`cast(${value} as bigint)`;
}
