import type { Kysely } from 'kysely';
import { type EventDate, isOver } from './calendar-event.ts';
import { dateOf, eventOf } from './event-rows.ts';
import type { Concerned, Tell } from './event-store.ts';
import { attendeesOf } from './places.ts';
import type { EventsDb } from './tables.ts';

/** The event is held by the transaction. */
export async function cancelDates(
  db: EventsDb,
  what: { readonly event: string } | { readonly date: string },
  now: Date,
  tell: Tell<Concerned>,
): Promise<boolean> {
  const all = db.selectFrom('event_dates').selectAll().where('cancelled_at', 'is', null);
  const rows = await (
    'event' in what ? all.where('event', '=', what.event) : all.where('id', '=', what.date)
  ).execute();
  const dates = rows.map(dateOf).filter((date) => !isOver(date, now));
  const id = 'event' in what ? what.event : (dates[0]?.event ?? '');
  const row = await db.selectFrom('events').selectAll().where('id', '=', id).executeTakeFirst();
  if (row?.cancelled_at !== null || dates.length === 0) return false;
  const at = now.toISOString();
  if ('event' in what) {
    await db.updateTable('events').set({ cancelled_at: at, updated_at: at }).where('id', '=', id).execute();
  }
  const cancelled = await markCancelled(db, dates, now);
  await tell({ event: eventOf(row), dates: await withAttendees(db, cancelled) }, db as Kysely<unknown>);
  return true;
}

/** The dates as they are then. */
export async function markCancelled(
  db: EventsDb,
  dates: readonly EventDate[],
  now: Date,
): Promise<readonly EventDate[]> {
  const at = now.toISOString();
  for (const { id, sequence } of dates) {
    const change = { cancelled_at: at, updated_at: at, sequence: sequence + 1 };
    await db.updateTable('event_dates').set(change).where('id', '=', id).execute();
  }
  return dates.map((date) => ({ ...date, cancelledAt: now, updatedAt: now, sequence: date.sequence + 1 }));
}

export async function withAttendees(db: EventsDb, dates: readonly EventDate[]): Promise<Concerned['dates']> {
  const all = await attendeesOf(
    db,
    dates.map(({ id }) => id),
  );
  return dates.map((date) => ({ date, attendees: all.filter((attendee) => attendee.date === date.id) }));
}
