import type { Attendee } from './calendar-event.ts';
import { attendeeOf } from './event-rows.ts';
import type { EventsDb } from './tables.ts';

/** Who comes to a date: going first, then waiting, each in the order in which they came. */
export async function attendeesOf(db: EventsDb, dates: readonly string[]): Promise<readonly Attendee[]> {
  if (dates.length === 0) return [];
  const rows = await db
    .selectFrom('event_attendees')
    .selectAll()
    .where('date', 'in', [...dates])
    .orderBy('state')
    .orderBy('since')
    .orderBy('id')
    .execute();
  return rows.map(attendeeOf);
}

export async function goingTo(db: EventsDb, date: string): Promise<number> {
  const { count } = await db
    .selectFrom('event_attendees')
    .where('date', '=', date)
    .where('state', '=', 'going')
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Gives free places to who waits, those who wait longest first, and answers who got one. The date must be held by the transaction. */
export async function promote(db: EventsDb, date: string, capacity: number | null): Promise<readonly Attendee[]> {
  const free = capacity === null ? Infinity : capacity - (await goingTo(db, date));
  if (free <= 0) return [];
  const waiting = (await attendeesOf(db, [date])).filter(({ state }) => state === 'waiting').slice(0, free);
  if (waiting.length === 0) return [];
  await db
    .updateTable('event_attendees')
    .set({ state: 'going' })
    .where('date', '=', date)
    .where(
      'id',
      'in',
      waiting.map(({ id }) => id),
    )
    .execute();
  return waiting.map((attendee) => ({ ...attendee, state: 'going' as const }));
}
