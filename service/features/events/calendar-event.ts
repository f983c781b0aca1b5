/** Something that people come to, as staff wrote it down. It takes place on one or more dates. */
export interface CalendarEvent extends EventWords {
  readonly id: string;
  readonly createdAt: Date;
  /** The person. */
  readonly createdBy: string;
  readonly updatedAt: Date;
  readonly cancelledAt: Date | null;
}

/** What staff write. */
export interface EventWords {
  readonly kind: EventKind;
  readonly title: string;
  /** Plain text. */
  readonly description: string;
  /** An IANA name: `Europe/Copenhagen`. */
  readonly timeZone: string;
  /** When the first date begins, by the clocks of the time zone: `2026-12-01T14:00`. */
  readonly starts: string;
  readonly minutes: number;
  /** Empty: nowhere but at the link. */
  readonly place: string;
  /** Where one takes part from afar; told to who is signed up. Empty: none. */
  readonly link: string;
  /** Null: as many as come. */
  readonly capacity: number | null;
  readonly audience: Audience;
  readonly repeats: Repeats;
  /** The last day that a repeating event takes place, by the clocks of the time zone: `2027-03-01`. */
  readonly until: string | null;
}

export type EventKind = 'office-hours' | 'platform-day';
export type Repeats = 'never' | 'weekly' | 'biweekly';

/** Who sees it, and may sign up. */
export type Audience =
  { readonly kind: 'public' } | { readonly kind: 'signed-in' } | { readonly kind: 'cohort'; readonly cohort: string };

/** One time that an event takes place. It has a list of its own of who comes. */
export interface EventDate {
  readonly id: string;
  readonly event: string;
  /** From 0: which one of the event's. */
  readonly position: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** How often it was changed since it was made (RFC 5545 §3.8.7.4). */
  readonly sequence: number;
  readonly updatedAt: Date;
  readonly cancelledAt: Date | null;
}

/** Somebody who said that they come: an address, whether it has an account or not. */
export interface Attendee {
  readonly id: string;
  readonly date: string;
  readonly name: string;
  /** In lower case. */
  readonly email: string;
  readonly state: AttendeeState;
  readonly since: Date;
}

/** `waiting`: all places are taken. */
export type AttendeeState = 'going' | 'waiting';

/** A date with all that is told of it. */
export interface FullDate {
  readonly event: CalendarEvent;
  readonly date: EventDate;
  readonly going: number;
  readonly waiting: number;
}

export function isCancelled({ event, date }: Pick<FullDate, 'event' | 'date'>): boolean {
  return event.cancelledAt !== null || date.cancelledAt !== null;
}

export function isOver({ endsAt }: Pick<EventDate, 'endsAt'>, now: Date): boolean {
  return endsAt <= now;
}
