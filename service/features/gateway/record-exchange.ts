import type { NewId } from '../../platform/ids.ts';
import type { ProblemError } from '../../platform/problem.ts';
import type { TrafficLog } from '../traffic/index.ts';
import type { Answer } from './answer-of.ts';
import type { CheckBudget } from './check-budget.ts';
import { compareAnswer } from './compare-answer.ts';
import { exchangeExcerpt, withExamples } from './exchange-excerpt.ts';
import { exchangeOf } from './exchange-of.ts';
import type { Comparison, Facts } from './facts.ts';
import { marksOf } from './marks-of.ts';

export interface Ended {
  readonly at: Date;
  /** The same moment, as `performance.now()` says it. */
  readonly from: number;
  readonly durationMs: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly problem: ProblemError | null;
}

const notCompared: Comparison = { isWhole: false, findings: [] };

/** Compares an answer that has gone out with the contract, and records the exchange; with an excerpt where something is wrong. */
export function recordExchange(
  deps: {
    readonly traffic: Pick<TrafficLog, 'record'>;
    readonly newId: NewId;
    readonly checks: CheckBudget;
    readonly mayExcerpt: () => boolean;
  },
  facts: Facts,
  sent: Answer,
  { problem, from, ...ending }: Ended,
): void {
  const comparison = facts.comparison ?? (problem === null ? compareAnswer(facts, deps.checks) : notCompared);
  const end = { bytes: ending.responseBytes, isUnusable: comparison.isUnusable === true };
  const strange = problem === null ? (facts.answer?.onEnd?.(end) ?? []) : [];
  const isWrong = problem !== null || sent.status >= 400 || comparison.findings.length > 0;
  const isExcerpted = isWrong && deps.mayExcerpt();
  const drift = isExcerpted ? withExamples(comparison.findings, comparison.value) : comparison.findings;
  const seen = { ...facts, comparison, findings: [...facts.findings, ...strange, ...drift] };
  const marks = marksOf(seen, sent.headers, ending.at);
  const exchange = exchangeOf(seen, {
    ...ending,
    id: deps.newId('exc'),
    status: sent.status,
    problem: problem?.code ?? null,
    isCompared: comparison.isWhole,
    excerpt: isExcerpted ? exchangeExcerpt(facts, sent, problem === null ? comparison.value : undefined) : null,
    ...(marks && { marks }),
  });
  const { trace } = facts.request;
  const { upstreamFrom } = facts;
  const upstream = upstreamFrom === undefined ? null : { spanId: trace.upstreamSpanId, afterMs: upstreamFrom - from };
  deps.traffic.record(exchange, { ...trace, upstream });
}
