import type { Readable } from 'node:stream';
import type { Facts } from './facts.ts';
import { LateAnswer } from './live-failure.ts';
import type { LiveTimes } from './live-times.ts';

/** The clock of one request to a live upstream. */
export interface Deadline {
  /** Aborted by a `LateAnswer` when the time is over. */
  readonly signal: AbortSignal;
  /** The answer has begun: only the whole of it has a time from now on. */
  readonly begun: (body: Readable) => void;
  /** There will be no answer. */
  readonly over: () => void;
}

/**
 * Starts the clock. Waiting for a place, a connection, a token and a second attempt count, too; a body that is still coming in counts not
 * towards the answer's time. Timers of undici would be up to a second late.
 */
export function startDeadline({ answer, whole }: LiveTimes, { input }: Facts): Deadline {
  const late = new AbortController();
  let isBegun = false;
  let untilAnswer: NodeJS.Timeout | undefined;
  const startAnswer = (): void => {
    if (!isBegun) untilAnswer = setTimeout(() => late.abort(new LateAnswer(answer)), answer * 1000);
  };
  if (input?.stream) input.stream.once('end', startAnswer);
  else startAnswer();
  const untilEnd = whole === undefined ? undefined : setTimeout(() => late.abort(new LateAnswer(whole)), whole * 1000);
  const stopAnswer = (): void => {
    isBegun = true;
    clearTimeout(untilAnswer);
  };
  return {
    signal: late.signal,
    begun(body) {
      stopAnswer();
      body.once('close', () => clearTimeout(untilEnd));
    },
    over() {
      stopAnswer();
      clearTimeout(untilEnd);
    },
  };
}
