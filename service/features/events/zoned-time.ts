const dayMs = 86_400_000;

/** Whether it is the IANA name of a time zone that this machine knows. Not an offset: those do not know of summer. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * The moment at which the clocks of a time zone show `local`, `2026-12-01T14:00`. Where they show it twice it is the first time; where they
 * never do, it is as if they had not been set ahead (RFC 5545 §3.3.5).
 */
export function momentOf(local: string, timeZone: string): Date {
  const wall = Date.parse(`${local}:00Z`);
  const [before, after] = [offsetAt(wall - dayMs, timeZone), offsetAt(wall + dayMs, timeZone)];
  const shown = [before, after].find((offset) => offsetAt(wall - offset, timeZone) === offset) ?? before;
  return new Date(wall - shown);
}

/** `2026-12-01T14:00`, as the clocks of the time zone show the moment. */
export function localTimeOf(moment: Date, timeZone: string): string {
  return new Date(moment.getTime() + offsetAt(moment.getTime(), timeZone)).toISOString().slice(0, 16);
}

/** Whether the calendar has the day and the clock the time: not the 30th of February. */
export function isLocalTime(local: string): boolean {
  const moment = new Date(`${local}:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(local);
}

/** The same time of the day, so many days later. */
export function daysLater(local: string, days: number): string {
  return new Date(Date.parse(`${local}:00Z`) + days * dayMs).toISOString().slice(0, 16);
}

/** How far the clocks are ahead of UTC, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const seconds = Math.floor(moment / 1000) * 1000;
  const parts = clockOf(timeZone).formatToParts(seconds);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return shown - seconds;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making one costs more than asking it. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const fields = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric' } as const;
  const made = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, calendar: 'gregory', hourCycle: 'h23', minute: 'numeric', second: 'numeric' },
    ...fields,
  });
  clocks.set(timeZone, made);
  return made;
}
