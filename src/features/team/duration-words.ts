const [minute, hour, day] = [60, 3600, 86_400];

/** `3 days`, `40 min`: a time to the unit that it is best told in. */
export function durationWords(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < minute) return `${whole} s`;
  if (whole < hour) return `${Math.round(whole / minute)} min`;
  if (whole < 2 * day) return `${Math.round(whole / hour)} h`;
  return `${Math.round(whole / day)} days`;
}

/** The same as short as it can be said, below a chart: `30 d`. */
export function shortDuration(seconds: number): string {
  return seconds >= day ? `${Math.round(seconds / day)} d` : durationWords(seconds);
}

/** How long it is since a time, in the same words. */
export function sinceWords(time: string, now: number): string {
  return durationWords((now - Date.parse(time)) / 1000);
}
