import { performance } from 'node:perf_hooks';
import { Transform } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../platform/clock.ts';
import { toProblem } from '../../platform/error-handler.ts';
import type { NewId } from '../../platform/ids.ts';
import type { TrafficLog } from '../traffic/index.ts';
import { answerOf } from './answer-of.ts';
import { answerFindings } from './check.ts';
import { exchangeOf } from './exchange-of.ts';
import type { Facts, Received, Step } from './facts.ts';
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
  if (problem !== null && problem.status >= 500) request.log.error({ err: error }, 'the gateway could not answer');
  const answer = answerOf(facts, problem, deps.siteUrl);
  const durationMs = performance.now() - from;
  void reply.code(answer.status).headers(answer.headers).header('server-timing', serverTiming(facts, durationMs));

  const ending = { at, status: answer.status, requestBytes: Number(request.headers['content-length'] ?? 0) || 0 };
  const record = (responseBytes: number, took: number) => {
    const checked =
      problem === null ? { ...facts, findings: [...facts.findings, ...answerFindings({ ...facts, answer })] } : facts;
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
    const { stream, bytes } = counted(answer.body.stream);
    void finished(stream, { cleanup: true })
      .catch(() => undefined)
      .then(() => record(bytes(), performance.now() - from));
    void reply.send(stream);
    return;
  }
  const payload = answer.body.kind === 'bytes' ? answer.body.bytes : undefined;
  void reply.send(payload);
  record(payload?.length ?? 0, durationMs);
}

/** https://www.w3.org/TR/server-timing/: what the gateway itself took, and the upstream. */
function serverTiming(facts: Facts, durationMs: number): string {
  const upstream = facts.upstreamMs ?? 0;
  const own = `gateway;dur=${(durationMs - upstream).toFixed(2)}`;
  return facts.upstreamMs === undefined ? own : `${own}, upstream;dur=${upstream.toFixed(2)}`;
}

function counted(source: NodeJS.ReadableStream): { stream: Transform; bytes: () => number } {
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  source.on('error', () => stream.end());
  stream.on('close', () => (source as { destroy?: () => void }).destroy?.());
  return { stream: source.pipe(stream), bytes: () => bytes };
}
