import { ProblemError } from '../../../platform/problem.ts';
import type { Step } from '../facts.ts';

export interface RequestsUnderWay {
  /** Counts a request in; what comes back counts it out, once. Null where there are too many: it is not counted. */
  enter(): (() => void) | null;
  /** How many are under way. */
  count(): number;
}

/** Counts what the whole gateway has under way. Beyond `most`, refusing at once keeps what is under way fast. */
export function requestsUnderWay(most: number): RequestsUnderWay {
  let count = 0;
  return {
    count: () => count,
    enter() {
      if (count >= most) return null;
      count += 1;
      let isOut = false;
      return () => {
        if (!isOut) count -= 1;
        isOut = true;
      };
    },
  };
}

/** The only step for a request that is one too many. */
export const shedStep: Step = {
  name: 'shed',
  run() {
    throw new ProblemError('overloaded', {
      detail:
        'The gateway has as many requests under way as it takes. Nothing was done: send the request again in a second.',
      headers: { 'retry-after': '1' },
    });
  },
};
