import { type EventDate, isOver } from './calendar-event.ts';
import type { PlannedDate } from './plan-dates.ts';

/** What becomes of an event's dates when it is planned anew. */
export interface DateChanges {
  readonly added: readonly (PlannedDate & { readonly position: number })[];
  readonly moved: readonly (EventDate & PlannedDate)[];
  /** No longer planned. */
  readonly dropped: readonly EventDate[];
  /** They stay when they are; what is told of the event may be new. */
  readonly kept: readonly EventDate[];
}

/**
 * The nth date that was planned becomes the nth that is planned now. What is over stays as it was, and what was cancelled stays
 * cancelled: people were told so.
 */
export function changeDates(dates: readonly EventDate[], planned: readonly PlannedDate[], now: Date): DateChanges {
  const open = dates.filter((date) => date.cancelledAt === null && !isOver(date, now));
  const plan = (date: EventDate) => planned[date.position];
  const positions = new Set(dates.map(({ position }) => position));
  const isMoved = (date: EventDate, to: PlannedDate) =>
    date.startsAt.getTime() !== to.startsAt.getTime() || date.endsAt.getTime() !== to.endsAt.getTime();
  return {
    added: planned.map((each, position) => ({ ...each, position })).filter(({ position }) => !positions.has(position)),
    moved: open.flatMap((date) => {
      const to = plan(date);
      return to !== undefined && isMoved(date, to) ? [{ ...date, ...to }] : [];
    }),
    dropped: open.filter((date) => plan(date) === undefined),
    kept: open.filter((date) => {
      const to = plan(date);
      return to !== undefined && !isMoved(date, to);
    }),
  };
}
