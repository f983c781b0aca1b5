import { performance } from 'node:perf_hooks';

/** Decides whether an answer is compared with its contract, and counts what that took. */
export interface CheckBudget {
  /** Whether an answer of this kind (API version, operation, status) is compared now. */
  allows(kind: string): boolean;
  spend(ms: number): void;
}

/** A quarter of one processor's time, and half a second's worth of it at once. */
const share = 0.25;
const mostSavedMs = 125;
const atLeastEveryMs = 1000;
const mostKinds = 5000;

/**
 * Comparing answers with the contract may take a quarter of the process's time. Beyond that the gateway is busy, and samples: of each
 * operation and status one answer a second is compared, so that drift is still found, and the others go uncompared.
 */
export function checkBudget(nowMs: () => number = () => performance.now()): CheckBudget {
  let savedMs = mostSavedMs;
  let countedAt = nowMs();
  const lastAt = new Map<string, number>();
  return {
    allows(kind) {
      const now = nowMs();
      savedMs = Math.min(mostSavedMs, savedMs + (now - countedAt) * share);
      countedAt = now;
      const isDue = now - (lastAt.get(kind) ?? -Infinity) >= atLeastEveryMs;
      if (savedMs <= 0 && !isDue) return false;
      if (isDue) {
        if (lastAt.size >= mostKinds) lastAt.clear();
        lastAt.set(kind, now);
      }
      return true;
    },
    spend(ms) {
      savedMs -= ms;
    },
  };
}
