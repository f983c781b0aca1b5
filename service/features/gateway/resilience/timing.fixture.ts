import type { Timing } from './timing.ts';

/** Time that stands still until a test lets it pass. */
export function fakeTiming(): Timing & { pass(ms: number): void } {
  let nowMs = 0;
  const calls = new Set<{ readonly atMs: number; readonly call: () => void }>();
  return {
    nowMs: () => nowMs,
    after(ms, call) {
      const entry = { atMs: nowMs + ms, call };
      calls.add(entry);
      return () => calls.delete(entry);
    },
    pass(ms) {
      nowMs += ms;
      for (const entry of [...calls].filter(({ atMs }) => atMs <= nowMs)) {
        calls.delete(entry);
        entry.call();
      }
    },
  };
}
