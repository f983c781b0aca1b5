import type { DayStore } from './day-store.ts';
import type { Source } from './source.ts';

const dayMicroseconds = 86_400_000_000;

/** Long enough that a sender of one request a second does not write each of them. */
const leaseMicroseconds = 10_000_000;

/** Draws from a sender's quota of the day, which begins anew at midnight UTC. */
export function daySource(store: Pick<DayStore, 'draw'>, sender: string, quota: number): Source {
  let drawnOn = '';
  return {
    async draw(ask, now) {
      const day = dayOf(now);
      // What was drawn on another day went out of that day's quota.
      const returned = drawnOn === day ? ask.returned : 0;
      const { granted, used } = await store.draw(sender, day, quota, { ...ask, returned });
      drawnOn = day;
      const left = Math.max(0, quota - used);
      const midnight = (Math.floor(now / dayMicroseconds) + 1) * dayMicroseconds;
      const nextAt = left > 0 ? now : midnight;
      return {
        granted,
        left,
        nextAt,
        fullAt: midnight,
        eachTakes: 0,
        goodUntil: Math.min(now + leaseMicroseconds, midnight),
      };
    },
  };
}

/** `2026-11-21`, in UTC. */
export function dayOf(microseconds: number): string {
  return new Date(microseconds / 1000).toISOString().slice(0, 10);
}
