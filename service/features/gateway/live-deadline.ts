import type { Readable } from 'node:stream';
import type { Facts } from './facts.ts';
import { LateAnswer, SilentAnswer } from './live-failure.ts';
import { sendsEvents } from './live-send.ts';
import type { LiveTimes } from './live-times.ts';

/** The clock of one request to a live upstream. */
export interface Deadline {
  /** Aborted by a `LateAnswer` when the time is over, and when the client goes away. */
  readonly signal: AbortSignal;
  /** The answer has begun (null: and ended): its first piece and the whole of it have a time from now on. Of further pieces undici takes care, to a second. */
  readonly begun: (body: Readable | null) => void;
  /** There will be no answer. */
  readonly over: () => void;
}

/**
 * Starts the clock. Waiting for a place, a connection, a token and a second attempt count, too; a body that is still coming in counts not
 * towards the answer's time. Timers of undici would be up to a second late.
 */
export function startDeadline({ answer, piece, whole }: LiveTimes, facts: Facts): Deadline {
  const { input } = facts;
  const { gone } = facts.request;
  const late = new AbortController();
  // `AbortSignal.any` would cost more than all the rest: weak references, and a registry of what is collected.
  if (gone.aborted) late.abort(gone.reason);
  else gone.addEventListener('abort', () => late.abort(gone.reason), { once: true });
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
      if (body === null) return clearTimeout(untilEnd);
      body.once('close', () => clearTimeout(untilEnd));
      // Its first piece may have come with the head.
      if (sendsEvents(facts) || body.readableLength > 0) return;
      const untilPiece = setTimeout(() => late.abort(new SilentAnswer()), piece * 1000);
      onFirstPush(body, () => clearTimeout(untilPiece));
      body.once('close', () => clearTimeout(untilPiece));
    },
    over() {
      stopAnswer();
      clearTimeout(untilEnd);
    },
  };
}

/** A listener of `data` would take the first piece away from whoever reads. */
function onFirstPush(body: Readable, call: () => void): void {
  const push = body.push.bind(body);
  body.push = (chunk, encoding) => {
    // The method is the prototype's again.
    Reflect.deleteProperty(body, 'push');
    call();
    return push(chunk, encoding);
  };
}
