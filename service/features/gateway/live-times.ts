import type { LiveUpstreamConfig } from '../../../contract/portal-config.ts';

/** How long a live upstream has for what, in seconds. */
export interface LiveTimes {
  readonly connect: number;
  /** Until the answer begins. */
  readonly answer: number;
  /** For each further piece of it. */
  readonly piece: number;
  /** Until it has ended; undefined: as long as it takes. */
  readonly whole: number | undefined;
}

const mostConnectSeconds = 10;

/** The waits of a configuration, with their defaults. Nothing waits longer than the whole. */
export function timesOf(live: Pick<LiveUpstreamConfig, 'timeouts'> & { readonly timeoutSeconds: number }): LiveTimes {
  const { timeoutSeconds, timeouts = {} } = live;
  const { answerSeconds = timeoutSeconds, pieceSeconds = timeoutSeconds, wholeSeconds: whole } = timeouts;
  const answer = Math.min(answerSeconds, whole ?? Infinity);
  const connect = timeouts.connectSeconds ?? Math.min(timeoutSeconds, mostConnectSeconds);
  return { connect: Math.min(connect, answer), answer, piece: pieceSeconds, whole };
}
