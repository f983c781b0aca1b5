import { performance } from 'node:perf_hooks';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../platform/clock.ts';
import { toProblem } from '../../platform/error-handler.ts';
import type { NewId } from '../../platform/ids.ts';
import type { ProblemCode } from '../../platform/problem.ts';
import type { TrafficLog } from '../traffic/index.ts';
import { type Answer, answerOf } from './answer-of.ts';
import { answerFindings } from './check.ts';
import { countedStream } from './counted-stream.ts';
import { exchangeOf } from './exchange-of.ts';
import type { Facts, Received, Step } from './facts.ts';
import { isJson, parseMediaType } from './media-type.ts';
import { readJson } from './read-json.ts';
import { runSteps } from './run-steps.ts';

export interface ServeDeps {
  readonly traffic: Pick<TrafficLog, 'record'>;
  readonly clock: Clock;
  readonly newId: NewId;
  /** What links to the site's pages begin with; empty: the same origin. */
  readonly siteUrl: string;
  /** The steps up to the answer, for one request. */
  readonly stepsFor: (request: FastifyRequest) => readonly Step[];
}

/**
 * The rim: a request in, the steps, the answer out, then what need not delay it: the check of the answer and the record.
 * Both are done in the same turn of the event loop, so that whoever has the answer finds the exchange.
 */
export async function serve(
  deps: ServeDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  received: Received,
): Promise<void> {
  const at = deps.clock.now();
  const from = performance.now();
  const { facts, error } = await runSteps(deps.stepsFor(request), { request: received, findings: [] });
  if (error !== undefined && received.gone.aborted) return;
  const problem = error === undefined ? null : toProblem(error);
  if (problem !== null && problem.status >= 500 && !meant.has(problem.code))
    request.log.error({ err: error }, 'the gateway could not answer');
  const answer = answerOf(facts, problem, deps.siteUrl);
  const durationMs = performance.now() - from;
  void reply.code(answer.status).headers(answer.headers).header('server-timing', serverTiming(facts, durationMs));

  const ending = { at, status: answer.status, requestBytes: Number(request.headers['content-length'] ?? 0) || 0 };
  const record = (responseBytes: number, took: number, seen: Facts = { ...facts, answer }) => {
    const checked = problem === null ? { ...seen, findings: [...seen.findings, ...answerFindings(seen)] } : facts;
    const exchange = {
      ...ending,
      id: deps.newId('exc'),
      durationMs: took,
      responseBytes,
      problem: problem?.code ?? null,
    };
    deps.traffic.record(exchangeOf(checked, exchange));
  };
  if (answer.body.kind === 'stream') {
    const stream = countedStream(answer.body.stream, isChecked(answer) ? mostChecked : 0, (end) =>
      record(end.bytes, performance.now() - from, end.isComplete ? passed(facts, answer, end.whole) : brokenOff(facts)),
    );
    // A refusal in its place must not carry what the answer said of itself.
    stream.once('error', () => {
      for (const name of Object.keys(facts.answer?.headers ?? {})) reply.removeHeader(name);
    });
    void reply.send(stream);
    return;
  }
  const payload = answer.body.kind === 'bytes' ? answer.body.bytes : undefined;
  void reply.send(payload);
  record(payload?.length ?? 0, durationMs);
}

/** Refusals that keep the gateway well: there can be thousands of them a second, and the exchanges tell of each. */
const meant: ReadonlySet<ProblemCode> = new Set(['upstream-paused', 'upstream-busy', 'overloaded']);

/** What goes by unread is checked afterwards up to this size. */
const mostChecked = 1024 * 1024;

function isChecked({ headers }: Answer): boolean {
  const type = parseMediaType(String(headers['content-type'] ?? ''))?.essence ?? '';
  return isJson(type) && headers['content-encoding'] === undefined;
}

/** An answer that went by, as one that was held: where all of it is known. */
function passed(facts: Facts, answer: Answer, whole: Buffer | null): Facts {
  if (whole === null) return { ...facts, answer };
  const reading = readJson(whole.toString('utf8'));
  const value = reading.kind === 'read' ? { value: reading.value } : {};
  return { ...facts, answer: { ...answer, body: { kind: 'bytes', bytes: whole, ...value } } };
}

function brokenOff(facts: Facts): Facts {
  if (facts.request.gone.aborted) return facts;
  const finding = { in: 'response' as const, at: '', message: 'the answer broke off before its end' };
  return { ...facts, findings: [...facts.findings, finding] };
}

/** https://www.w3.org/TR/server-timing/: what the gateway itself took, and the upstream. */
function serverTiming(facts: Facts, durationMs: number): string {
  const upstream = facts.upstreamMs ?? 0;
  const own = `gateway;dur=${(durationMs - upstream).toFixed(2)}`;
  return facts.upstreamMs === undefined ? own : `${own}, upstream;dur=${upstream.toFixed(2)}`;
}
