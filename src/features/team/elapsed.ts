const steps = [
  [60, 'second'],
  [60, 'minute'],
  [24, 'hour'],
  [Infinity, 'day'],
] as const;

/** `3 minutes ago`: how long a time is past, to the nearest unit below it. */
export function elapsed(since: string, now: number): string {
  let count = Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
  if (count < 10) return 'just now';
  for (const [size, unit] of steps) {
    if (count < size) return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
    count = Math.floor(count / size);
  }
  return '';
}
