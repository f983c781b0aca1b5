/** A moment as JSON has it: a text that is a date or a date-time, or seconds (or milliseconds) since 1970. */
export function timeIn(value: unknown): Date | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const time = new Date(typeof value === 'number' && Math.abs(value) < 100_000_000_000 ? value * 1000 : value);
  return Number.isNaN(time.getTime()) ? undefined : time;
}
