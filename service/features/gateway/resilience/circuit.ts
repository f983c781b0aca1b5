import { outcomeWindow } from './outcome-window.ts';

export interface CircuitRules {
  /** So many failures with no success between them open it. */
  readonly failuresInARow: number;
  /** So many percent of the requests of the last ten seconds open it, where there were at least 20. */
  readonly failurePercent: number;
  /** How long it stays open until one request may try. */
  readonly pauseSeconds: number;
}

export type CircuitState = 'closed' | 'open' | 'half-open';

/** `unknown`: the client went away, so that nobody knows what would have come. */
export type Outcome = 'success' | 'failure' | 'unknown';

/** Lets one request through, which says how it ended. Only the first word counts. */
export interface Pass {
  readonly kind: 'pass';
  /** Whether this request finds out if the upstream works again. */
  readonly isProbe: boolean;
  report(outcome: Outcome): void;
  /** What was reported a success turned out to be of no use: it counts as a failure. Does nothing after anything else. */
  retract(): void;
}

export interface Pause {
  readonly kind: 'pause';
  /** A whole number, 1 at least. */
  readonly retryAfterSeconds: number;
}

export interface Circuit {
  /** Whether a request would be refused now; takes nothing. */
  readonly paused: () => Pause | undefined;
  readonly enter: () => Pass | Pause;
  readonly state: () => CircuitState;
}

const fewestRequests = 20;

/**
 * A circuit breaker: closed, it counts; open, it refuses at once, so that an upstream that does not work is left alone; after the pause
 * one request tries, and what comes of it closes or opens again. What began before it opened says nothing afterwards.
 */
export function circuit(
  rules: CircuitRules,
  nowMs: () => number,
  onChange: (state: CircuitState) => void = () => undefined,
): Circuit {
  let era = 0;
  let inARow = 0;
  let outcomes = outcomeWindow();
  let openUntilMs: number | undefined;
  let isProbing = false;

  const open = (): void => {
    era += 1;
    openUntilMs = nowMs() + rules.pauseSeconds * 1000;
    onChange('open');
  };
  const close = (): void => {
    era += 1;
    inARow = 0;
    outcomes = outcomeWindow();
    openUntilMs = undefined;
    onChange('closed');
  };
  const count = (isFailure: boolean): void => {
    inARow = isFailure ? inARow + 1 : 0;
    outcomes.add(isFailure, nowMs());
    if (isFailure) openIfDue();
  };
  /** A success that was none: the row goes on where it was before. */
  const countAgain = (inARowBefore: number): void => {
    inARow = Math.max(inARow, inARowBefore) + 1;
    outcomes.turn(nowMs());
    openIfDue();
  };
  const openIfDue = (): void => {
    const { failures, total } = outcomes.counts(nowMs());
    const isShare = total >= fewestRequests && failures * 100 >= total * rules.failurePercent;
    if (inARow >= rules.failuresInARow || isShare) open();
  };
  const paused = (): Pause | undefined => {
    if (openUntilMs === undefined) return undefined;
    const leftMs = openUntilMs - nowMs();
    if (leftMs <= 0 && !isProbing) return undefined;
    return { kind: 'pause', retryAfterSeconds: Math.max(1, Math.ceil(leftMs / 1000)) };
  };
  return {
    paused,
    state: () => (openUntilMs === undefined ? 'closed' : isProbing || !paused() ? 'half-open' : 'open'),
    enter() {
      const pause = paused();
      if (pause) return pause;
      const isProbe = openUntilMs !== undefined;
      if (isProbe) {
        isProbing = true;
        onChange('half-open');
      }
      const ownEra = era;
      let isTold = false;
      /** What it would have been in a row, had it been a failure; set while a success can be taken back. */
      let taken: { readonly era: number; readonly inARow: number } | undefined;
      return {
        kind: 'pass',
        isProbe,
        report(outcome) {
          if (isTold) return;
          isTold = true;
          if (isProbe) isProbing = false;
          if (ownEra !== era || outcome === 'unknown') return;
          const inARowBefore = inARow;
          if (!isProbe) count(outcome === 'failure');
          else if (outcome === 'success') close();
          else open();
          if (outcome === 'success') taken = { era, inARow: inARowBefore };
        },
        retract() {
          if (taken?.era !== era) return;
          if (isProbe) open();
          else countAgain(taken.inARow);
          taken = undefined;
        },
      };
    },
  };
}
