/** A length of time (ISO 8601-1 §5.5.2: `P30D`, `P1Y6M`, `PT90S`), its parts as they were said. */
export interface Span {
  readonly years: number;
  readonly months: number;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

const pattern = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Undefined where the text is no such length. */
export function spanOf(text: string): Span | undefined {
  const found = pattern.exec(text);
  if (found === null) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  return { years, months, days: days + 7 * weeks, hours, minutes, seconds };
}

/** Years and months by the calendar in UTC (31 January and a month is the last day of February), the rest by the clock. */
export function shiftTime(time: Date, span: Span, sign: 1 | -1): Date {
  const months = sign * (span.years * 12 + span.months);
  const day = time.getUTCDate();
  const moved = new Date(time);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(day, lastDay));
  const seconds = ((span.days * 24 + span.hours) * 60 + span.minutes) * 60 + span.seconds;
  return new Date(moved.getTime() + sign * seconds * 1000);
}
