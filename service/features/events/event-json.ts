import {
  type Attendee,
  type CalendarEvent,
  type EventWords,
  type FullDate,
  isCancelled,
  isOver,
} from './calendar-event.ts';

/** A date as whoever may see it sees it. `attendance`: theirs. */
export function dateJson(full: FullDate, now: Date, attendance: (Attendee & { readonly before: number }) | null) {
  const { event, date, going, waiting } = full;
  const isGoing = attendance?.state === 'going';
  return {
    id: date.id,
    event: event.id,
    kind: event.kind,
    title: event.title,
    description: event.description,
    starts_at: date.startsAt.toISOString(),
    ends_at: date.endsAt.toISOString(),
    time_zone: event.timeZone,
    place: event.place,
    is_online: event.link !== '',
    link: isGoing && event.link !== '' ? event.link : null,
    audience: event.audience.kind,
    repeats: event.repeats,
    capacity: event.capacity,
    going,
    waiting,
    state: stateOf(full, now),
    attendance: attendance && { state: attendance.state, waiting_before: isGoing ? 0 : attendance.before },
  };
}

/** `begun`: nobody signs up any more. */
function stateOf(full: FullDate, now: Date): 'open' | 'full' | 'begun' | 'over' | 'cancelled' {
  const { event, date, going } = full;
  if (isCancelled(full)) return 'cancelled';
  if (isOver(date, now)) return 'over';
  if (date.startsAt <= now) return 'begun';
  return event.capacity !== null && going >= event.capacity ? 'full' : 'open';
}

/** An event as staff see it, with its dates. */
export function teamEventJson(event: CalendarEvent, dates: readonly FullDate[]) {
  return {
    id: event.id,
    ...wordsJson(event),
    created_at: event.createdAt.toISOString(),
    cancelled_at: event.cancelledAt?.toISOString() ?? null,
    dates: dates.map(({ date, going, waiting }) => ({
      id: date.id,
      starts_at: date.startsAt.toISOString(),
      ends_at: date.endsAt.toISOString(),
      cancelled_at: (date.cancelledAt ?? event.cancelledAt)?.toISOString() ?? null,
      ...{ going, waiting },
    })),
  };
}

export interface WordsJson {
  readonly kind: EventWords['kind'];
  readonly title: string;
  readonly description: string;
  readonly time_zone: string;
  readonly starts: string;
  readonly minutes: number;
  readonly place: string;
  readonly link: string;
  readonly capacity: number | null;
  readonly audience: EventWords['audience']['kind'];
  readonly cohort: string | null;
  readonly repeats: EventWords['repeats'];
  readonly until: string | null;
}

function wordsJson(words: EventWords): WordsJson {
  const { kind, title, description, timeZone, starts, minutes, place, link, capacity, audience, repeats, until } =
    words;
  return {
    ...{ kind, title, description, time_zone: timeZone, starts, minutes, place, link, capacity },
    ...{ audience: audience.kind, cohort: audience.kind === 'cohort' ? audience.cohort : null, repeats, until },
  };
}

export function wordsOf(json: WordsJson): EventWords {
  const { time_zone: timeZone, audience, cohort, title, place, link, ...rest } = json;
  return {
    ...{ kind: rest.kind, description: rest.description.trim(), starts: rest.starts, minutes: rest.minutes },
    ...{ capacity: rest.capacity, repeats: rest.repeats, until: rest.until, timeZone },
    ...{ title: title.trim(), place: place.trim(), link: link.trim() },
    audience: audience === 'cohort' ? { kind: 'cohort', cohort: cohort ?? '' } : { kind: audience },
  };
}

export function attendeeJson({ name, email, state, since }: Attendee) {
  return { name, email, state, since: since.toISOString() };
}
