import type { EventWords, Repeats } from './calendar-event.ts';
import { daysLater, momentOf } from './zoned-time.ts';

/** When one date begins and ends. */
export interface PlannedDate {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** More than a year of weeks. */
export const mostDates = 60;

const days: Readonly<Record<Repeats, number>> = { never: Infinity, weekly: 7, biweekly: 14 };

/**
 * All dates of an event, at the same time of the day by the clocks of its time zone, also when those are set ahead or back. At most
 * one more than {@link mostDates}, by which one can tell that there are too many.
 */
export function planDates({ starts, minutes, timeZone, repeats, until }: DatesOf): readonly PlannedDate[] {
  const step = days[repeats];
  const planned: PlannedDate[] = [];
  for (let local = starts; planned.length <= mostDates; local = daysLater(local, step)) {
    if (planned.length > 0 && local.slice(0, 10) > (until ?? '')) break;
    const startsAt = momentOf(local, timeZone);
    planned.push({ startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) });
    if (repeats === 'never') break;
  }
  return planned;
}

type DatesOf = Pick<EventWords, 'starts' | 'minutes' | 'timeZone' | 'repeats' | 'until'>;
