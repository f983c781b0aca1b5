import type { FullDate } from './calendar-event.ts';
import { dateOf, eventOf } from './event-rows.ts';
import type { DateRow, EventsDb } from './tables.ts';

/** Dates, with their events and with how many come: three queries, however many dates. */
export async function fullDates(db: EventsDb, rows: readonly DateRow[]): Promise<readonly FullDate[]> {
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.map(({ event }) => event))];
  const events = await db.selectFrom('events').selectAll().where('id', 'in', ids).execute();
  const counts = await db
    .selectFrom('event_attendees')
    .where(
      'date',
      'in',
      rows.map(({ id }) => id),
    )
    .groupBy(['date', 'state'])
    .select(['date', 'state', (row) => row.fn.countAll<number>().as('count')])
    .execute();
  const count = (date: string, state: string) =>
    Number(counts.find((each) => each.date === date && each.state === state)?.count ?? 0);
  const byId = new Map(events.map((row) => [row.id, eventOf(row)]));
  return rows.flatMap((row) => {
    const event = byId.get(row.event);
    const [going, waiting] = [count(row.id, 'going'), count(row.id, 'waiting')];
    return event === undefined ? [] : [{ event, date: dateOf(row), going, waiting }];
  });
}
