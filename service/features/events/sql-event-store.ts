import type { Database } from '../../platform/database/index.ts';
import type { NewId } from '../../platform/ids.ts';
import { changeEvent } from './sql-change-event.ts';
import { attendeeOf, eventOf, rowOfWords } from './event-rows.ts';
import type { EventStore } from './event-store.ts';
import { fullDates } from './full-dates.ts';
import { heldEvents } from './held.ts';
import { attendeesOf } from './places.ts';
import { cancelDates } from './sql-cancel.ts';
import { remindAttendees } from './sql-remind.ts';
import { leaveDate, signUpFor } from './sql-sign-up.ts';
import type { EventTables } from './tables.ts';

export function sqlEventStore(database: Database, newId: NewId): EventStore {
  const db = database.db.withTables<EventTables>();
  const held = heldEvents(database);
  return {
    add: (words, planned, by, now) =>
      db.transaction().execute(async (transaction) => {
        const at = now.toISOString();
        const id = newId('evt');
        const row = { id, ...rowOfWords(words), created_at: at, created_by: by, updated_at: at, cancelled_at: null };
        await transaction.insertInto('events').values(row).execute();
        const dates = planned.map(({ startsAt, endsAt }, position) => ({
          ...{ id: newId('evd'), event: id, position, sequence: 0, updated_at: at, cancelled_at: null },
          ...{ starts_at: startsAt.toISOString(), ends_at: endsAt.toISOString() },
        }));
        await transaction.insertInto('event_dates').values(dates).execute();
        return eventOf(row);
      }),
    async find(event) {
      const row = await db.selectFrom('events').selectAll().where('id', '=', event).executeTakeFirst();
      return row === undefined ? null : eventOf(row);
    },
    async findDate(date) {
      const rows = await db.selectFrom('event_dates').selectAll().where('id', '=', date).execute();
      return (await fullDates(db, rows))[0] ?? null;
    },
    async list({ now, isPast, most }) {
      const all = db.selectFrom('event_dates').selectAll().limit(most);
      const query = isPast
        ? all.where('ends_at', '<=', now.toISOString()).orderBy('ends_at', 'desc')
        : all.where('ends_at', '>', now.toISOString()).orderBy('starts_at');
      return fullDates(db, await query.orderBy('id').execute());
    },
    async datesOf(events) {
      if (events.length === 0) return [];
      const query = db
        .selectFrom('event_dates')
        .selectAll()
        .where('event', 'in', [...events]);
      return fullDates(db, await query.orderBy('position').execute());
    },
    async events(most) {
      const rows = await db.selectFrom('events').selectAll().orderBy('id', 'desc').limit(most).execute();
      return rows.map(eventOf);
    },
    change: (event, words, now, decide, tell) =>
      held.ofEvent(event, (transaction) => changeEvent(transaction, { event, words, now, decide, tell, newId })),
    cancel: (what, now, tell) =>
      'event' in what
        ? held.ofEvent(what.event, (transaction) => cancelDates(transaction, what, now, tell))
        : held.ofDate(what.date, (transaction) => cancelDates(transaction, what, now, tell)),
    signUp: (date, comer, now, tell) =>
      held.ofDate(date, (transaction) => signUpFor(transaction, { date, comer, now, newId, tell })),
    leave: (date, email, now, tell) =>
      held.ofDate(date, (transaction) => leaveDate(transaction, { date, email, now, tell })),
    attendees: (date) => attendeesOf(db, [date]),
    async attendances(email, dates) {
      if (dates.length === 0) return new Map();
      const rows = await db
        .selectFrom('event_attendees')
        .selectAll()
        .where('email', '=', email)
        .where('date', 'in', [...dates])
        .execute();
      return new Map(rows.map((row) => [row.date, attendeeOf(row)]));
    },
    async waitingBefore({ id, date }) {
      const waiting = (await attendeesOf(db, [date])).filter(({ state }) => state === 'waiting');
      return Math.max(
        0,
        waiting.findIndex((each) => each.id === id),
      );
    },
    remind: (now, before, tell) => remindAttendees(db, now, before, tell),
    async forget(endedBefore) {
      const ended = db.selectFrom('event_dates').select('id').where('ends_at', '<', endedBefore.toISOString());
      const { numDeletedRows } = await db.deleteFrom('event_attendees').where('date', 'in', ended).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
