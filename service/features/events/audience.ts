import type { CalendarEvent } from './calendar-event.ts';

/** Whoever looks at events. */
export interface Viewer {
  readonly isSignedIn: boolean;
  readonly isStaff: boolean;
  /** Ids of the cohorts that the person's organizations belong to. */
  readonly cohorts: ReadonlySet<string>;
}

export const nobody: Viewer = { isSignedIn: false, isStaff: false, cohorts: new Set() };

/** To anybody else the event is as if it were not there. */
export function maySee({ audience }: Pick<CalendarEvent, 'audience'>, viewer: Viewer): boolean {
  if (viewer.isStaff || audience.kind === 'public') return true;
  if (audience.kind === 'signed-in') return viewer.isSignedIn;
  return viewer.cohorts.has(audience.cohort);
}
