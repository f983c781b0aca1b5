/** `1 item`, `1,204 items`. */
export function counted(count: number, one: string): string {
  return `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;
}

/** Sizes as people say them: `0 KB`, `1.4 KB`, `12 MB`. */
export function sized(bytes: number): string {
  const [value, unit] = bytes >= 1024 * 1024 ? [bytes / 1024 / 1024, 'MB'] : [bytes / 1024, 'KB'];
  return `${value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`;
}

const steps = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** `2 days 3 hours`: the two largest parts of a time. */
export function lasting(milliseconds: number): string {
  let seconds = Math.round(Math.abs(milliseconds) / 1000);
  const parts: string[] = [];
  for (const [name, length] of steps) {
    const count = Math.floor(seconds / length);
    seconds -= count * length;
    if (count > 0 && parts.length < 2) parts.push(counted(count, name));
  }
  return parts.length === 0 ? 'less than a minute' : parts.join(' ');
}

/** How a sandbox's time stands to the real one. */
export function apart(now: string, realNow: string): string {
  const distance = Date.parse(now) - Date.parse(realNow);
  if (Math.abs(distance) < 1000) return 'the real time';
  return `${lasting(distance)} ${distance > 0 ? 'ahead of' : 'behind'} the real time`;
}

/** A time of day in the reader's zone: `22 Nov 2026, 09:31`. */
export function timed(time: string | number): string {
  return new Date(time).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** For `<input type="datetime-local">`, in the reader's zone. */
export function localInput(time: string): string {
  const date = new Date(time);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
