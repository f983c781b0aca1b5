/** When a mail that could not be sent is tried again: after half a minute, then less and less often, for about two days. */
const waits = ['30 s', '2 min', '10 min', '1 h', '3 h', '6 h', '12 h', '24 h'] as const;
const units = { s: 1000, min: 60_000, h: 3_600_000 };

/** Null where `attempts` failed tries were enough. */
export function nextTry(attempts: number, now: Date): Date | null {
  const wait = waits[attempts - 1];
  if (wait === undefined) return null;
  const [count, unit] = wait.split(' ') as [string, keyof typeof units];
  return new Date(now.getTime() + Number(count) * units[unit]);
}
