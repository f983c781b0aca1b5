import type { Kysely } from 'kysely';
import type { NewId } from '../../platform/ids.ts';
import { isCancelled } from './calendar-event.ts';
import { attendeeOf } from './event-rows.ts';
import type { Comer, EventStore, SigningUp } from './event-store.ts';
import { fullDates } from './full-dates.ts';
import { promote } from './places.ts';
import type { EventsDb } from './tables.ts';

/** Whoever signs up so late has just been told when it is. */
export const remindedHours = 24;

/** The event is held by the transaction: nobody else takes the place that is counted here. */
export async function signUpFor(
  db: EventsDb,
  deps: {
    readonly date: string;
    readonly comer: Comer;
    readonly now: Date;
    readonly newId: NewId;
    readonly tell: Parameters<EventStore['signUp']>[3];
  },
): Promise<SigningUp> {
  const { comer, now, newId, tell } = deps;
  const full = await dateIn(db, deps.date);
  if (full === null) return { kind: 'unknown' };
  const known = await attendeeIn(db, deps.date, comer.email);
  if (known !== null) return { kind: 'signed-up', attendee: known, isNew: false, full };
  if (isCancelled(full) || full.date.startsAt <= now) return { kind: 'closed' };
  const { capacity } = full.event;
  const isFull = capacity !== null && full.going >= capacity;
  const state = isFull ? ('waiting' as const) : ('going' as const);
  const isSoon = full.date.startsAt.getTime() - now.getTime() <= remindedHours * 3_600_000;
  const row = { id: newId('att'), date: deps.date, name: comer.name, email: comer.email, state };
  const since = now.toISOString();
  await db
    .insertInto('event_attendees')
    .values({ ...row, since, reminded_at: isSoon ? since : null })
    .execute();
  const counted = isFull ? { ...full, waiting: full.waiting + 1 } : { ...full, going: full.going + 1 };
  const attendee = attendeeOf({ ...row, since, reminded_at: null });
  const signedUp = { kind: 'signed-up' as const, attendee, isNew: true, full: counted };
  await tell(signedUp, db as Kysely<unknown>);
  return signedUp;
}

export async function leaveDate(
  db: EventsDb,
  deps: {
    readonly date: string;
    readonly email: string;
    readonly now: Date;
    readonly tell: Parameters<EventStore['leave']>[3];
  },
): Promise<boolean> {
  const { now, tell } = deps;
  const full = await dateIn(db, deps.date);
  const left = await attendeeIn(db, deps.date, deps.email);
  if (full === null || left === null) return false;
  const { event, date } = full;
  await db.deleteFrom('event_attendees').where('id', '=', left.id).execute();
  const isOpen = !isCancelled(full) && date.startsAt > now;
  const attendees = isOpen ? await promote(db, deps.date, event.capacity) : [];
  await tell({ left, event, date, promoted: { event, date, attendees } }, db as Kysely<unknown>);
  return true;
}

async function dateIn(db: EventsDb, date: string) {
  const rows = await db.selectFrom('event_dates').selectAll().where('id', '=', date).execute();
  return (await fullDates(db, rows))[0] ?? null;
}

async function attendeeIn(db: EventsDb, date: string, email: string) {
  const query = db.selectFrom('event_attendees').selectAll().where('date', '=', date).where('email', '=', email);
  const row = await query.executeTakeFirst();
  return row === undefined ? null : attendeeOf(row);
}
