import type { SandboxTrouble } from '../../portal-client';

/** `58 min`, `42 s`: until something ends; null where it has. Times in milliseconds since 1970. */
export function timeLeft(until: number, now: number): string | null {
  const seconds = Math.ceil((until - now) / 1000);
  if (seconds <= 0) return null;
  if (seconds < 100) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 100) return `${minutes} min`;
  return `${Math.round(minutes / 60)} h`;
}

/** How long a scenario goes on, in words; an outage is over before it is switched off, and then still counts who comes back. */
export function leftWords({ on, run, scenario }: SandboxTrouble, now: number): string | null {
  const left = on && run ? timeLeft(Date.parse(run.until), now) : null;
  if (left === null || !run) return null;
  if (scenario !== 'outage') return `${left} left`;
  const backAt = Date.parse(run.since) + (run.settings.seconds ?? 0) * 1000;
  const back = timeLeft(Math.min(backAt, Date.parse(run.until)), now);
  return back === null ? `Over, counts for ${left}` : `Back in ${back}`;
}
