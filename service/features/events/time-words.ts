/** `Tuesday, 1 December 2026, 14:00 to 15:00 (Europe/Copenhagen)`, by the clocks of the time zone. */
export function timeWords(from: Date, to: Date, timeZone: string): string {
  const day = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  });
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const [first, last] = [day.format(from), day.format(to)];
  const end = first === last ? clock.format(to) : `${last}, ${clock.format(to)}`;
  return `${first}, ${clock.format(from)} to ${end} (${timeZone})`;
}
