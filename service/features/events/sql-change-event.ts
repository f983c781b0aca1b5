import type { Kysely } from 'kysely';
import type { NewId } from '../../platform/ids.ts';
import type { CalendarEvent, EventDate, EventWords } from './calendar-event.ts';
import { dateOf, eventOf, rowOfWords } from './event-rows.ts';
import type { EventStore, Promoted } from './event-store.ts';
import { promote } from './places.ts';
import { markCancelled, withAttendees } from './sql-cancel.ts';
import type { EventsDb } from './tables.ts';

type Change = Parameters<EventStore['change']>;

/** The event is held by the transaction. */
export async function changeEvent(
  db: EventsDb,
  deps: {
    readonly event: string;
    readonly words: EventWords;
    readonly now: Date;
    readonly decide: Change[3];
    readonly tell: Change[4];
    readonly newId: NewId;
  },
): Promise<CalendarEvent | null> {
  const { words, now, newId } = deps;
  const found = await db.selectFrom('events').selectAll().where('id', '=', deps.event).executeTakeFirst();
  if (found?.cancelled_at !== null) return null;
  const rows = await db
    .selectFrom('event_dates')
    .selectAll()
    .where('event', '=', deps.event)
    .orderBy('position')
    .execute();
  const { added, moved, dropped, kept, isTold } = deps.decide(eventOf(found), rows.map(dateOf));
  const at = now.toISOString();
  const next = { ...found, ...rowOfWords(words), updated_at: at };
  await db
    .updateTable('events')
    .set({ ...rowOfWords(words), updated_at: at })
    .where('id', '=', deps.event)
    .execute();
  for (const { position, startsAt, endsAt } of added) {
    await db
      .insertInto('event_dates')
      .values({
        ...{ id: newId('evd'), event: deps.event, position, sequence: 0, updated_at: at, cancelled_at: null },
        ...{ starts_at: startsAt.toISOString(), ends_at: endsAt.toISOString() },
      })
      .execute();
  }
  const changed = await markChanged(db, [...moved, ...(isTold ? kept : [])], now);
  // Whoever was reminded of another time is reminded of this one.
  for (const { id } of moved) {
    await db.updateTable('event_attendees').set({ reminded_at: null }).where('date', '=', id).execute();
  }
  const event = eventOf(next);
  const cancelled = await markCancelled(db, dropped, now);
  const promoted: Promoted[] = [];
  for (const date of [...moved, ...kept]) {
    if (date.startsAt <= now) continue;
    const current = changed.find(({ id }) => id === date.id) ?? date;
    promoted.push({ event, date: current, attendees: await promote(db, date.id, words.capacity) });
  }
  const concerned = async (dates: readonly EventDate[]) => ({ event, dates: await withAttendees(db, dates) });
  const told = { changed: await concerned(changed), dropped: await concerned(cancelled), promoted };
  await deps.tell(told, db as Kysely<unknown>);
  return event;
}

async function markChanged(db: EventsDb, dates: readonly EventDate[], now: Date): Promise<readonly EventDate[]> {
  for (const { id, startsAt, endsAt, sequence } of dates) {
    const times = { starts_at: startsAt.toISOString(), ends_at: endsAt.toISOString() };
    const change = { ...times, sequence: sequence + 1, updated_at: now.toISOString() };
    await db.updateTable('event_dates').set(change).where('id', '=', id).execute();
  }
  return dates.map((date) => ({ ...date, updatedAt: now, sequence: date.sequence + 1 }));
}
