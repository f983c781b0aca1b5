import type { Kysely } from 'kysely';
import type { OwnAddress } from '../../platform/own-address.ts';
import { type AttendingDeps, tellPromoted } from './attending.ts';
import type { Attendee, CalendarEvent, EventDate, EventWords } from './calendar-event.ts';
import { changeDates } from './change-dates.ts';
import type { Concerned } from './event-store.ts';
import { planDates } from './plan-dates.ts';

/** Writes an event anew, and tells everybody who is signed up what changed for them: one mail each. Null where it is not there. */
export function changeEvent(
  event: string,
  words: EventWords,
  at: OwnAddress,
  deps: AttendingDeps,
): Promise<CalendarEvent | null> {
  const { store, clock, mail, lettersAt } = deps;
  const now = clock.now();
  const letters = lettersAt(at);
  return store.change(
    event,
    words,
    now,
    (before, dates) => ({ ...changeDates(dates, planDates(words), now), isTold: isTold(before, words) }),
    async ({ changed, dropped, promoted }, transaction) => {
      await tellEach(changed, (...about) => mail.send(letters.changed(...about), transaction));
      await tellEach(dropped, (...about) => mail.send(letters.cancelled(...about), transaction));
      for (const each of promoted) await tellPromoted(each, at, deps, transaction);
    },
  );
}

/** Cancels an event or one date of it, and tells everybody who is signed up. False where there is nothing to cancel. */
export function cancelEvent(
  what: { readonly event: string } | { readonly date: string },
  at: OwnAddress,
  { store, clock, mail, lettersAt }: AttendingDeps,
): Promise<boolean> {
  const letters = lettersAt(at);
  return store.cancel(what, clock.now(), (concerned, transaction: Kysely<unknown>) =>
    tellEach(concerned, (...about) => mail.send(letters.cancelled(...about), transaction)),
  );
}

/** Whether what people were told of it is another thing now. */
function isTold(before: EventWords, after: EventWords): boolean {
  const told = ['title', 'description', 'place', 'link', 'timeZone'] as const;
  return told.some((name) => before[name] !== after[name]);
}

async function tellEach(
  { event, dates }: Concerned,
  tell: (event: CalendarEvent, dates: readonly EventDate[], attendee: Attendee) => Promise<void>,
): Promise<void> {
  const all = dates.flatMap(({ date, attendees }) => attendees.map((attendee) => ({ date, attendee })));
  for (const of of Map.groupBy(all, ({ attendee }) => attendee.email).values()) {
    const [first] = of;
    if (first !== undefined) {
      await tell(
        event,
        of.map(({ date }) => date),
        first.attendee,
      );
    }
  }
}
