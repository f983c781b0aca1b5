import type { Kysely } from 'kysely';

export interface EventRow {
  id: string;
  kind: string;
  title: string;
  description: string;
  time_zone: string;
  starts: string;
  minutes: number;
  place: string;
  link: string;
  capacity: number | null;
  audience: string;
  cohort: string | null;
  repeats: string;
  until: string | null;
  created_at: string;
  created_by: string;
  updated_at: string;
  cancelled_at: string | null;
}

export interface DateRow {
  id: string;
  event: string;
  position: number;
  starts_at: string;
  ends_at: string;
  sequence: number;
  updated_at: string;
  cancelled_at: string | null;
}

export interface AttendeeRow {
  id: string;
  date: string;
  name: string;
  email: string;
  state: string;
  since: string;
  /** When the mail of the day before was put into the outbox, or was not needed. */
  reminded_at: string | null;
}

export type EventTables = Record<'events', EventRow> &
  Record<'event_dates', DateRow> &
  Record<'event_attendees', AttendeeRow>;
export type EventsDb = Kysely<EventTables>;
