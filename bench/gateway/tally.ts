import type { Phase } from './open-loop.ts';

export interface Outcome {
  /** 0: no answer. */
  readonly status: number;
  /** Whether it had `Retry-After`. */
  readonly saysWhen: boolean;
  /** From the time that the send was meant. */
  readonly milliseconds: number;
  /** From the send itself. */
  readonly sinceSent: number;
}

export interface PhaseResult {
  readonly sent: number;
  readonly ok: number;
  /** 429 and 503. */
  readonly refused: number;
  /** Of these, those without `Retry-After`. */
  readonly refusedSilently: number;
  /** Another status, or no answer. */
  readonly failed: number;
  /** Of those that were answered well, in milliseconds from the time that the send was meant. */
  readonly p50: number;
  readonly p99: number;
  /** Of the refusals, from the send itself. */
  readonly refusalP99: number;
}

export interface LoadResult {
  readonly phases: readonly PhaseResult[];
  /** By the time that the send was meant: what share was answered well within 100 ms. */
  readonly wellInTime: readonly number[];
}

export const WINDOW_MILLISECONDS = 100;
const IN_TIME_MILLISECONDS = 100;

/** Counts what becomes of requests. What is not answered when the result is taken counts as failed. */
export class Tally {
  readonly #ends: readonly number[];
  readonly #sent: number[];
  readonly #outcomes: Outcome[][];
  readonly #windows: { sent: number; well: number }[] = [];
  #open = 0;
  #isClosed = false;
  readonly #all = Promise.withResolvers<void>();

  constructor(phases: readonly Phase[]) {
    let end = 0;
    this.#ends = phases.map(({ seconds }) => (end += seconds * 1000));
    this.#sent = phases.map(() => 0);
    this.#outcomes = phases.map(() => []);
  }

  /** To be called at each send; what it returns, once with the outcome. `at` in milliseconds from the start. */
  expect(at: number): (outcome: Outcome) => void {
    const phase = Math.max(
      0,
      this.#ends.findIndex((end) => at < end),
    );
    const window = (this.#windows[Math.floor(at / WINDOW_MILLISECONDS)] ??= { sent: 0, well: 0 });
    this.#sent[phase] = (this.#sent[phase] ?? 0) + 1;
    window.sent += 1;
    this.#open += 1;
    return (outcome) => {
      this.#outcomes[phase]?.push(outcome);
      if (isOk(outcome) && outcome.milliseconds <= IN_TIME_MILLISECONDS) window.well += 1;
      this.#open -= 1;
      if (this.#open === 0 && this.#isClosed) this.#all.resolve();
    };
  }

  /** Resolves when all that were sent are answered. */
  all(): Promise<void> {
    this.#isClosed = true;
    if (this.#open === 0) this.#all.resolve();
    return this.#all.promise;
  }

  result(): LoadResult {
    return {
      phases: this.#sent.map((sent, index) => summary(sent, this.#outcomes[index] ?? [])),
      // A window in which nothing was sent has no entry.
      wellInTime: Array.from(this.#windows, (window) => (window ? window.well / window.sent : 1)),
    };
  }
}

const isOk = ({ status }: Outcome) => status >= 200 && status < 300;
const isRefused = ({ status }: Outcome) => status === 429 || status === 503;

function summary(sent: number, outcomes: readonly Outcome[]): PhaseResult {
  const good = outcomes.filter(isOk);
  const refused = outcomes.filter(isRefused);
  const latency = good.map(({ milliseconds }) => milliseconds);
  return {
    sent,
    ok: good.length,
    refused: refused.length,
    refusedSilently: refused.filter(({ saysWhen }) => !saysWhen).length,
    failed: sent - good.length - refused.length,
    p50: percentile(latency, 50),
    p99: percentile(latency, 99),
    refusalP99: percentile(
      refused.map(({ sinceSent }) => sinceSent),
      99,
    ),
  };
}

/** The nearest-rank percentile; not a number where there is nothing. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN;
}
