import type {
  Attendee,
  AttendeeState,
  Audience,
  CalendarEvent,
  EventDate,
  EventKind,
  EventWords,
  Repeats,
} from './calendar-event.ts';
import type { AttendeeRow, DateRow, EventRow } from './tables.ts';

export function rowOfWords(words: EventWords) {
  const { audience, timeZone, ...rest } = words;
  return {
    ...rest,
    time_zone: timeZone,
    audience: audience.kind,
    cohort: audience.kind === 'cohort' ? audience.cohort : null,
  };
}

export function eventOf(row: EventRow): CalendarEvent {
  return {
    id: row.id,
    kind: row.kind as EventKind,
    title: row.title,
    description: row.description,
    timeZone: row.time_zone,
    starts: row.starts,
    minutes: row.minutes,
    place: row.place,
    link: row.link,
    capacity: row.capacity,
    audience: audienceOf(row),
    repeats: row.repeats as Repeats,
    until: row.until,
    createdAt: new Date(row.created_at),
    createdBy: row.created_by,
    updatedAt: new Date(row.updated_at),
    cancelledAt: timeOf(row.cancelled_at),
  };
}

export function dateOf(row: DateRow): EventDate {
  return {
    id: row.id,
    event: row.event,
    position: row.position,
    startsAt: new Date(row.starts_at),
    endsAt: new Date(row.ends_at),
    sequence: row.sequence,
    updatedAt: new Date(row.updated_at),
    cancelledAt: timeOf(row.cancelled_at),
  };
}

export function attendeeOf({ id, date, name, email, state, since }: AttendeeRow): Attendee {
  return { id, date, name, email, state: state as AttendeeState, since: new Date(since) };
}

/** What is not known is for nobody. */
function audienceOf({ audience, cohort }: EventRow): Audience {
  if (audience === 'public' || audience === 'signed-in') return { kind: audience };
  return { kind: 'cohort', cohort: cohort ?? '' };
}

const timeOf = (text: string | null) => (text === null ? null : new Date(text));
