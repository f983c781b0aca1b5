import { performance } from 'node:perf_hooks';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../platform/clock.ts';
import { toProblem } from '../../platform/error-handler.ts';
import type { NewId } from '../../platform/ids.ts';
import type { ProblemCode } from '../../platform/problem.ts';
import type { TrafficLog } from '../traffic/index.ts';
import { afterAnswer } from './after-answer.ts';
import { type Answer, answerOf } from './answer-of.ts';
import type { CheckBudget } from './check-budget.ts';
import { countedStream, type StreamEnd } from './counted-stream.ts';
import type { Facts, Received, Step } from './facts.ts';
import { holdBack } from './hold-back.ts';
import { keptBytes } from './read-answer.ts';
import { recordExchange } from './record-exchange.ts';
import { spokenBreak } from './live-failure.ts';
import { runSteps } from './run-steps.ts';
import { sendWhole } from './send-whole.ts';
import { withUpstreamTime } from './upstream-time.ts';

export interface ServeDeps {
  readonly traffic: Pick<TrafficLog, 'record'>;
  readonly clock: Clock;
  readonly newId: NewId;
  /** What links to the site's pages begin with; empty: the same origin. */
  readonly siteUrl: string;
  /** The steps up to the answer, for one request. */
  readonly stepsFor: (request: FastifyRequest) => readonly Step[];
  readonly checks: CheckBudget;
  readonly mayExcerpt: () => boolean;
  /** Whether the service is about to stop, and connections are to end. */
  readonly isStopping: () => boolean;
}

/**
 * The rim: a request in, the steps, the answer out. When all of it is written, and not before, it is compared with the contract and
 * recorded: neither delays it.
 */
export async function serve(
  deps: ServeDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  received: Received,
): Promise<void> {
  const at = deps.clock.now();
  const from = performance.now();
  const run = await runSteps(deps.stepsFor(request), { request: received, findings: [] });
  const { facts, error } = withUpstreamTime(await holdBack(run, deps.checks));
  if (error !== undefined && received.gone.aborted) {
    const ended = { at, from, durationMs: performance.now() - from, requestBytes: 0, responseBytes: 0, problem: null };
    recordExchange(deps, leftAlone(facts), { status: clientGone, headers: {}, body: { kind: 'none' } }, ended);
    return;
  }
  const problem = error === undefined ? null : toProblem(error);
  if (problem !== null && problem.status >= 500 && !meant.has(problem.code))
    request.log.error({ err: error }, 'the gateway could not answer');
  const answer = answerOf(facts, problem, deps.siteUrl);
  const durationMs = performance.now() - from;
  const headers = { ...answer.headers, 'server-timing': serverTiming(facts, durationMs) };

  const requestBytes = Number(request.headers['content-length'] ?? 0) || 0;
  const record = (responseBytes: number, took: number, seen: Facts, sent: Answer): void => {
    const ending = { at, from, durationMs: took, requestBytes, responseBytes, problem };
    afterAnswer(reply.raw, () => recordExchange(deps, seen, sent, ending));
  };
  if (answer.body.kind === 'stream') {
    void reply.code(answer.status).headers(headers);
    const stream = countedStream(answer.body.stream, keptBytes(answer), (end) => {
      const held = heldAnswer(answer, end);
      const seen = end.isComplete ? { ...facts, answer: { ...facts.answer, ...held } } : brokenOff(facts, end.cause);
      record(end.bytes, performance.now() - from, seen, held);
    });
    // A refusal in its place must not carry what the answer said of itself.
    stream.once('error', () => {
      for (const name of Object.keys(facts.answer?.headers ?? {})) reply.removeHeader(name);
    });
    void reply.send(stream);
    return;
  }
  const payload = answer.body.kind === 'bytes' ? answer.body.bytes : undefined;
  record(payload?.length ?? 0, durationMs, facts, answer);
  sendWhole(reply, { status: answer.status, headers, bytes: payload, isLast: deps.isStopping() });
}

/** Refusals that keep the gateway well: there can be thousands of them a second, and the exchanges tell of each. */
const meant: ReadonlySet<ProblemCode> = new Set(['upstream-paused', 'upstream-busy', 'overloaded', 'answer-invalid']);

/** Said in records only, where nobody was there any more to be answered: what nginx calls it. */
const clientGone = 499;

function leftAlone(facts: Facts): Facts {
  const finding = { in: 'response' as const, at: '', message: 'the client went away before it was answered' };
  return { ...facts, findings: [...facts.findings, finding], comparison: { isWhole: false, findings: [] } };
}

/** An answer that went by, as one that was held: where all of it was kept. */
function heldAnswer(answer: Answer, { whole }: StreamEnd): Answer {
  return whole === null ? answer : { ...answer, body: { kind: 'bytes', bytes: whole } };
}

function brokenOff(facts: Facts, cause: Error | undefined): Facts {
  const answer = facts.answer && { ...facts.answer, onEnd: undefined };
  if (facts.request.gone.aborted) return { ...facts, answer };
  const finding = { in: 'response' as const, at: '', message: spokenBreak(cause) };
  return { ...facts, answer, findings: [...facts.findings, finding], comparison: { isWhole: false, findings: [] } };
}

/** https://www.w3.org/TR/server-timing/: what the gateway itself took, and the upstream. */
function serverTiming(facts: Facts, durationMs: number): string {
  const upstream = facts.upstreamMs ?? 0;
  const own = `gateway;dur=${(durationMs - upstream).toFixed(2)}`;
  return facts.upstreamMs === undefined ? own : `${own}, upstream;dur=${upstream.toFixed(2)}`;
}
