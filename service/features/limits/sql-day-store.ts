import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../platform/database/index.ts';
import type { DayStore } from './day-store.ts';

/** Days in the database, on either kind. A draw is one statement, so that none is lost. */
export function sqlDayStore(database: Database): DayStore {
  const db = database.db.withTables<{ limit_days: { sender: string; day: string; used: number; granted: number } }>();
  const least = sql.raw(database.kind === 'postgres' ? 'least' : 'min');
  const greatest = sql.raw(database.kind === 'postgres' ? 'greatest' : 'max');
  return {
    async draw(sender, day, quota, { waiting, ahead, returned }) {
      const [all, most, some] = [whole(quota), whole(waiting + ahead), whole(waiting)];
      const enough = whole(waiting + ahead + Math.ceil(quota / 10));
      const grant = (used: RawBuilder<number>) => {
        // A quota that became smaller may be overdrawn already.
        const left = sql<number>`${greatest}(${all} - ${used}, 0)`;
        return sql<number>`${least}(${left}, case when ${left} >= ${enough} then ${most} else ${some} end)`;
      };
      const used = sql<number>`${greatest}(limit_days.used - ${whole(returned)}, 0)`;
      const first = grant(whole(0));
      const { rows } = await sql<{ granted: number; used: number }>`
        insert into limit_days (sender, day, used, granted)
        values (${sender}, ${day}, ${first}, ${first})
        on conflict (sender, day) do update set used = ${used} + ${grant(used)}, granted = ${grant(used)}
        returning granted, used`.execute(db);
      const row = rows[0];
      if (row === undefined) throw new Error('The statement that counts a day returned nothing.');
      return row;
    },
    async removeBefore(day) {
      const { numDeletedRows } = await db.deleteFrom('limit_days').where('day', '<', day).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

function whole(value: number): RawBuilder<number> {
  return sql`cast(${value} as bigint)`;
}
