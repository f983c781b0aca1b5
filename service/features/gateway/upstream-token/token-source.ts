import type { Timing } from '../resilience/timing.ts';
import type { AskForToken } from './ask-for-token.ts';
import { TokenFailure } from './token-failure.ts';

/** The access token that requests to one upstream carry. */
export interface TokenSource {
  /** The token, fetched where there is none. Throws a `TokenFailure`. */
  readonly take: () => Promise<string>;
  /** The upstream refused it. Whether another one is worth a try: it will be, or is there by now. */
  readonly refuse: (token: string) => boolean;
}

interface Held {
  readonly token: string;
  /** From then on a new one is fetched while this one is still sent. */
  readonly renewAtMs: number;
  readonly endsAtMs: number;
}

/** An upstream that refuses every token does not make us fetch one for each request. */
const refusedAtMostEveryMs = 10_000;
/** Nor does a token endpoint that is down hear of each request. */
const pauseAfterFailureMs = 1000;

/**
 * Holds one token: fetched once for all who wait for it, renewed when a fifth of its time is left (a minute at most), thrown away
 * when the upstream refuses it. Its time counts from before it was asked for.
 */
export function tokenSource(
  ask: AskForToken,
  timing: Timing,
  onFailure: (failure: TokenFailure) => void = () => undefined,
): TokenSource {
  let held: Held | undefined;
  let underWay: Promise<string> | undefined;
  let failed: { readonly failure: TokenFailure; readonly untilMs: number } | undefined;
  let lastRefusedMs = -Infinity;

  const fetchOnce = async (): Promise<string> => {
    const fromMs = timing.nowMs();
    const reading = await ask();
    if (reading.kind !== 'given') {
      const failure = new TokenFailure(reading);
      failed = { failure, untilMs: timing.nowMs() + pauseAfterFailureMs };
      onFailure(failure);
      throw failure;
    }
    failed = undefined;
    const { token, seconds } = reading.given;
    const lifeMs = seconds * 1000;
    const renewAtMs = fromMs + lifeMs - Math.min(60_000, lifeMs / 5);
    // Not to the last moment: it has to get there.
    held = { token, renewAtMs, endsAtMs: fromMs + lifeMs - Math.min(5000, lifeMs / 10) };
    return token;
  };
  const fetchShared = (): Promise<string> => {
    if (underWay) return underWay;
    if (failed && timing.nowMs() < failed.untilMs) return Promise.reject(failed.failure);
    underWay = fetchOnce().finally(() => (underWay = undefined));
    return underWay;
  };
  return {
    async take() {
      const nowMs = timing.nowMs();
      if (!held || nowMs >= held.endsAtMs) return fetchShared();
      if (nowMs >= held.renewAtMs) void fetchShared().catch(() => undefined);
      return held.token;
    },
    refuse(token) {
      if (held?.token !== token) return true;
      if (timing.nowMs() - lastRefusedMs < refusedAtMostEveryMs) return false;
      lastRefusedMs = timing.nowMs();
      held = undefined;
      return true;
    },
  };
}
