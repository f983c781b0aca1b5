import type { Kysely } from 'kysely';
import type { Attendee, CalendarEvent, EventDate, EventWords, FullDate } from './calendar-event.ts';
import type { DateChanges } from './change-dates.ts';
import type { PlannedDate } from './plan-dates.ts';

/** Somebody who wants to come. */
export interface Comer {
  readonly name: string;
  /** In lower case. */
  readonly email: string;
}

/** Runs in the transaction of what it tells of: a mail that it puts into the outbox goes out if that commits. */
export type Tell<Told> = (told: Told, transaction: Kysely<unknown>) => Promise<void>;

/** Who is to hear of a change, and of which dates. */
export interface Concerned {
  readonly event: CalendarEvent;
  /** By the attendees' state before the change. */
  readonly dates: readonly { readonly date: EventDate; readonly attendees: readonly Attendee[] }[];
}

export interface Promoted {
  readonly event: CalendarEvent;
  readonly date: EventDate;
  readonly attendees: readonly Attendee[];
}

export type SigningUp =
  | { readonly kind: 'signed-up'; readonly attendee: Attendee; readonly isNew: boolean; readonly full: FullDate }
  /** There is no such date. */
  | { readonly kind: 'unknown' }
  /** It was cancelled, or has begun. */
  | { readonly kind: 'closed' };

/** Events, their dates, and who comes. */
export interface EventStore {
  add(words: EventWords, planned: readonly PlannedDate[], by: string, now: Date): Promise<CalendarEvent>;
  find(event: string): Promise<CalendarEvent | null>;
  findDate(date: string): Promise<FullDate | null>;
  /** Dates that have not ended at `now`, the next one first; the other way round with `isPast`, the latest first. */
  list(query: { readonly now: Date; readonly isPast: boolean; readonly most: number }): Promise<readonly FullDate[]>;
  /** Dates of events, in their order. */
  datesOf(events: readonly string[]): Promise<readonly FullDate[]>;
  /** The latest made first. */
  events(most: number): Promise<readonly CalendarEvent[]>;
  /**
   * Writes an event's words anew. `decide` gets its dates, and says which change; each of those that change in what is told gets a higher
   * sequence. Who waits and now has a place is promoted. Null where there is no such event, or it is cancelled.
   */
  change(
    event: string,
    words: EventWords,
    now: Date,
    decide: (before: CalendarEvent, dates: readonly EventDate[]) => DateChanges & { readonly isTold: boolean },
    tell: Tell<{ changed: Concerned; dropped: Concerned; promoted: readonly Promoted[] }>,
  ): Promise<CalendarEvent | null>;
  /** The whole event, or one date. What is over stays. False where there is nothing to cancel. */
  cancel(
    what: { readonly event: string } | { readonly date: string },
    now: Date,
    tell: Tell<Concerned>,
  ): Promise<boolean>;
  /** Gives the comer a place, or has them wait: never more places than there are. Who is signed up stays as they are. */
  signUp(
    date: string,
    comer: Comer,
    now: Date,
    tell: Tell<Extract<SigningUp, { kind: 'signed-up' }>>,
  ): Promise<SigningUp>;
  /** False where the address was not signed up. Who waits longest gets the place. */
  leave(
    date: string,
    email: string,
    now: Date,
    tell: Tell<{ left: Attendee; event: CalendarEvent; date: EventDate; promoted: Promoted }>,
  ): Promise<boolean>;
  /** Going first, then waiting, each in the order in which they came. */
  attendees(date: string): Promise<readonly Attendee[]>;
  /** By date: what an address is, of these dates. */
  attendances(email: string, dates: readonly string[]): Promise<ReadonlyMap<string, Attendee>>;
  /** So many wait before the attendee. */
  waitingBefore(attendee: Attendee): Promise<number>;
  /** Tells each who goes to a date that begins before `before`, once, however often and by however many it is called. So many were told. */
  remind(
    now: Date,
    before: Date,
    tell: Tell<{ event: CalendarEvent; date: EventDate; attendee: Attendee }>,
  ): Promise<number>;
  /** Forgets who came to dates that ended before. */
  forget(endedBefore: Date): Promise<number>;
}
