import type { HistoryEntry } from './history-entry';

export interface DayGroup {
  /** `Today`, `Yesterday`, `Wednesday, 18 November`. */
  readonly day: string;
  readonly entries: readonly HistoryEntry[];
}

/** Entries, newest first, by the day they are of where the reader is. `now`: milliseconds since 1970. */
export function groupByDay(entries: readonly HistoryEntry[], now: number, locale?: string): readonly DayGroup[] {
  const groups = new Map<string, { readonly day: string; readonly entries: HistoryEntry[] }>();
  for (const entry of entries) {
    const date = new Date(entry.at).toDateString();
    const group = groups.get(date);
    // Words are made once a day: that takes longer than all the rest.
    if (group) group.entries.push(entry);
    else groups.set(date, { day: dayOf(entry.at, now, locale), entries: [entry] });
  }
  return [...groups.values()];
}

function dayOf(at: number, now: number, locale: string | undefined): string {
  const date = new Date(at);
  const today = new Date(now);
  // By the calendar, not by 24 hours: days with a change of the clock are shorter or longer.
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (date.toDateString() === today.toDateString()) return 'Today';
  if (date.toDateString() === yesterday.toDateString()) return 'Yesterday';
  const year = date.getFullYear() === today.getFullYear() ? {} : ({ year: 'numeric' } as const);
  return date.toLocaleDateString(locale, { weekday: 'long', day: 'numeric', month: 'long', ...year });
}
