export interface TimeSpan {
  readonly starts_at: string;
  readonly ends_at: string;
}

/** `14:00 to 15:00`, by the clocks of a time zone; an end on another day says which. */
export function clockWords({ starts_at: from, ends_at: to }: TimeSpan, timeZone: string): string {
  const clock = format(timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = format(timeZone, { weekday: 'short', day: 'numeric', month: 'short' });
  const [start, end] = [new Date(from), new Date(to)];
  const isSameDay = day.format(start) === day.format(end);
  return `${clock.format(start)} to ${isSameDay ? '' : `${day.format(end)}, `}${clock.format(end)}`;
}

/** `Tuesday, 1 December 2026` */
export function dayWords(moment: string, timeZone: string): string {
  const words = format(timeZone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return words.format(new Date(moment));
}

/** Where the event's clocks show another time than the reader's: that time, with the day if it is another. Null: the same. */
export function elsewhereWords(span: TimeSpan, own: string, reader: string): string | null {
  if (own === reader) return null;
  const [theirs, ours] = [own, reader].map((zone) => `${dayWords(span.starts_at, zone)} ${clockWords(span, zone)}`);
  if (theirs === ours) return null;
  const isSameDay = dayWords(span.starts_at, own) === dayWords(span.starts_at, reader);
  return `${isSameDay ? '' : `${dayWords(span.starts_at, own)}, `}${clockWords(span, own)} in ${placeOf(own)}`;
}

/** `Europe/Copenhagen` → `Copenhagen`; `UTC` stays. */
export function placeOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

/** The reader's own time zone. */
export function readersZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The weekday, the day and the month of a moment, for a leaf of a calendar. */
export function leafOf(
  moment: string,
  timeZone: string,
): { readonly weekday: string; readonly day: string; readonly month: string } {
  const part = (options: Intl.DateTimeFormatOptions) => format(timeZone, options).format(new Date(moment));
  return { weekday: part({ weekday: 'short' }), day: part({ day: 'numeric' }), month: part({ month: 'short' }) };
}

/** A zone that this browser does not know is shown in UTC, and says so. */
function format(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC', timeZoneName: 'short' });
  }
}
