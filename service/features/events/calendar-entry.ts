import { type CalendarEvent, type EventDate, isCancelled } from './calendar-event.ts';
import type { CalendarEntry } from './calendar-file.ts';

/** A date as calendars keep it. `isGoing`: then it tells where one takes part from afar. `site`: `https://portal.example`. */
export function calendarEntry(
  full: { readonly event: CalendarEvent; readonly date: EventDate },
  { site, isGoing }: { readonly site: string; readonly isGoing: boolean },
): CalendarEntry {
  const { event, date } = full;
  const link = isGoing ? event.link : '';
  return {
    uid: `${date.id}@${new URL(site).hostname}`,
    sequence: date.sequence,
    changedAt: date.updatedAt,
    startsAt: date.startsAt,
    endsAt: date.endsAt,
    title: event.title,
    description: [event.description, ...(link === '' ? [] : [`Take part: ${link}`])].filter(Boolean).join('\n\n'),
    place: event.place !== '' ? event.place : link,
    url: `${site}/events#${date.id}`,
    isCancelled: isCancelled(full),
  };
}
