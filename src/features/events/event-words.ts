import type { EventDate } from '../../portal-client';

export const kindWords = { 'office-hours': 'Office hours', 'platform-day': 'Platform day' } as const;

/** How many places there are, in words; empty where as many as like may come. */
export function placesWords({ capacity, going, waiting, state }: EventDate): string {
  if (capacity === null || state === 'over' || state === 'cancelled') return '';
  const free = Math.max(0, capacity - going);
  if (free > 0) return `${free} of ${capacity} ${capacity === 1 ? 'place' : 'places'} free`;
  return waiting === 0
    ? 'All places are taken'
    : `All places are taken, ${waiting} ${waiting === 1 ? 'waits' : 'wait'}`;
}

/** What somebody is who is signed up. */
export function attendanceWords({ attendance }: EventDate): string {
  if (attendance === null) return '';
  if (attendance.state === 'going') return 'You have a place';
  const { waiting_before: before } = attendance;
  return before === 0
    ? 'You are first on the waiting list'
    : `You wait; ${before} ${before === 1 ? 'is' : 'are'} before you`;
}

/** One row of the list: a date, and the later ones of the same event. */
export interface EventGroup {
  readonly next: EventDate;
  readonly later: readonly EventDate[];
}

/** The next date of each event, in the order of the list, with its later ones: weekly hours do not hide what else there is. */
export function groupDates(dates: readonly EventDate[]): readonly EventGroup[] {
  const groups = [...Map.groupBy(dates, ({ event }) => event).values()];
  return groups.flatMap((all) => {
    // What was cancelled is shown, and does not stand for the event while another date comes.
    const next = all.find(({ state }) => state !== 'cancelled') ?? all[0];
    return next === undefined ? [] : [{ next, later: all.filter((date) => date !== next) }];
  });
}
