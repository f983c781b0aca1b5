import type { Kysely } from 'kysely';
import { attendeeOf, dateOf, eventOf } from './event-rows.ts';
import type { EventStore } from './event-store.ts';
import type { EventsDb } from './tables.ts';

const atOnce = 50;

/**
 * That somebody was told is written in the transaction that tells them, attendee by attendee, where it is not written yet: whoever asks
 * second, another instance or this one after a kill, finds it written, or does it whole.
 */
export async function remindAttendees(
  db: EventsDb,
  now: Date,
  before: Date,
  tell: Parameters<EventStore['remind']>[2],
): Promise<number> {
  const due = await db
    .selectFrom('event_attendees')
    .innerJoin('event_dates', 'event_dates.id', 'event_attendees.date')
    .innerJoin('events', 'events.id', 'event_dates.event')
    .where('event_attendees.state', '=', 'going')
    .where('event_attendees.reminded_at', 'is', null)
    .where('event_dates.starts_at', '>', now.toISOString())
    .where('event_dates.starts_at', '<=', before.toISOString())
    .where('event_dates.cancelled_at', 'is', null)
    .where('events.cancelled_at', 'is', null)
    .orderBy('event_dates.starts_at')
    .limit(atOnce)
    .select('event_attendees.id')
    .execute();
  let told = 0;
  for (const { id } of due) {
    if (await db.transaction().execute((transaction) => remindOne(transaction, id, now, tell))) told += 1;
  }
  return due.length < atOnce ? told : told + (await remindAttendees(db, now, before, tell));
}

async function remindOne(
  db: EventsDb,
  id: string,
  now: Date,
  tell: Parameters<EventStore['remind']>[2],
): Promise<boolean> {
  const row = await db
    .updateTable('event_attendees')
    .set({ reminded_at: now.toISOString() })
    .where('id', '=', id)
    .where('reminded_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) return false;
  const date = await db.selectFrom('event_dates').selectAll().where('id', '=', row.date).executeTakeFirstOrThrow();
  const event = await db.selectFrom('events').selectAll().where('id', '=', date.event).executeTakeFirstOrThrow();
  await tell({ event: eventOf(event), date: dateOf(date), attendee: attendeeOf(row) }, db as Kysely<unknown>);
  return true;
}
