import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { JourneyConfig } from '../../../contract/portal-config.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import { ProblemError } from '../../platform/problem.ts';
import type { KeyOfRequest } from '../keys/index.ts';
import type { OpenStreams } from './open-streams.ts';
import { toProgressJson } from './progress-json.ts';
import { progressStream } from './progress-stream.ts';
import { type Evidence, readProgress } from './read-progress.ts';
import { concerns } from './step-evidence.ts';

export interface OnboardingRoutesDeps {
  readonly routes: ContractRoutes;
  readonly journeys: readonly JourneyConfig[];
  readonly evidence: Evidence;
  readonly keyOf: KeyOfRequest;
  readonly streams: OpenStreams;
  readonly keepAliveMs: number;
}

type JourneyRequest = FastifyRequest<{ Params: { journey: string } }>;

export function onboardingRoutes(app: FastifyInstance, deps: OnboardingRoutesDeps): void {
  deps.routes.add(app, 'getJourneyProgress', async (request: JourneyRequest) => {
    const { organization } = await deps.keyOf(request);
    const journey = journeyOf(request, deps.journeys);
    return toProgressJson(await readProgress(journey, organization, deps.evidence));
  });
  deps.routes.add(app, 'streamJourneyProgress', (request: JourneyRequest, reply) => follow(request, reply, deps));
}

function journeyOf(request: JourneyRequest, journeys: readonly JourneyConfig[]): JourneyConfig {
  const { journey: id } = request.params;
  const journey = journeys.find((candidate) => candidate.id === id);
  if (journey !== undefined) return journey;
  const known = journeys.map((candidate) => candidate.id).join(', ');
  throw new ProblemError('resource-not-found', {
    detail: `There is no journey ${id}. ${known === '' ? 'This portal has none.' : `There is: ${known}.`}`,
  });
}

async function follow(request: JourneyRequest, reply: FastifyReply, deps: OnboardingRoutesDeps): Promise<FastifyReply> {
  const key = await deps.keyOf(request);
  const journey = journeyOf(request, deps.journeys);
  const stream = await deps.streams.open(key.id, () =>
    progressStream({
      read: async () => JSON.stringify(toProgressJson(await readProgress(journey, key.organization, deps.evidence))),
      subscribe: (changed) =>
        deps.evidence.subscribe(key.organization, (exchange) => concerns(journey, exchange) && changed()),
      mayGoOn: () => deps.keyOf(request).then(Boolean, refusedOrThrow),
      onError: (err) => request.log.warn({ err }, 'a stream of progress ended'),
      keepAliveMs: deps.keepAliveMs,
    }),
  );
  if (stream === null) {
    throw new ProblemError('rate-limited', {
      detail: 'This key already follows as many journeys as it may. Close one of the streams, then open this one.',
      headers: { 'retry-after': '15' },
    });
  }
  // A client that is gone before the answer begins is not noticed by Fastify.
  reply.raw.once('close', () => stream.destroy());
  return reply
    .type('text/event-stream')
    .headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    .send(stream);
}

function refusedOrThrow(error: unknown): boolean {
  if (error instanceof ProblemError && error.status === 401) return false;
  throw error;
}
