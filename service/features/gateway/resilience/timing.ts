import { performance } from 'node:perf_hooks';

/** Time that never goes back, and a call after a while: passed in, so that tests decide how much time has passed. */
export interface Timing {
  /** Milliseconds since some moment. */
  nowMs(): number;
  /** Calls once after so long; what it returns takes that back. */
  after(ms: number, call: () => void): () => void;
}

export const systemTiming: Timing = {
  nowMs: () => performance.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};
