import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { JourneyConfig } from '../../../contract/portal-config.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import { ProblemError } from '../../platform/problem.ts';
import { type Asker, askedAgain } from './asked-by.ts';
import { journeyOf } from './journey-of.ts';
import type { OpenStreams } from './open-streams.ts';
import { toProgressJson } from './progress-json.ts';
import { progressStream } from './progress-stream.ts';
import type { ReadProgress } from './read-progress.ts';
import type { Records } from './records.ts';
import { settleMs } from './proofs/decide-webhooks.ts';
import { concerns } from './step-evidence.ts';

export interface OnboardingRoutesDeps {
  readonly routes: ContractRoutes;
  readonly journeys: readonly JourneyConfig[];
  readonly records: Pick<Records, 'subscribe' | 'latestIds' | 'receivedOf' | 'refusedOf' | 'firstKeyIssuedAt'>;
  /** Changes with what people say: somebody fills in, agrees, reviews. */
  readonly stampOf: (organization: string, journey: string) => Promise<string>;
  readonly read: ReadProgress;
  readonly askerOf: (request: FastifyRequest) => Promise<Asker>;
  readonly streams: OpenStreams;
  readonly keepAliveMs: number;
  readonly pollMs: number;
}

type JourneyRequest = FastifyRequest<{ Params: { journey: string } }>;

export function onboardingRoutes(app: FastifyInstance, deps: OnboardingRoutesDeps): void {
  deps.routes.add(app, 'getJourneyProgress', async (request: JourneyRequest, reply) => {
    const { organization } = await deps.askerOf(request);
    const journey = journeyOf(request.params.journey, deps.journeys);
    void reply.header('cache-control', 'no-store');
    return toProgressJson(await deps.read(journey, organization));
  });
  deps.routes.add(app, 'streamJourneyProgress', (request: JourneyRequest, reply) => follow(request, reply, deps));
}

async function follow(request: JourneyRequest, reply: FastifyReply, deps: OnboardingRoutesDeps): Promise<FastifyReply> {
  const { id, organization } = await deps.askerOf(request);
  const journey = journeyOf(request.params.journey, deps.journeys);
  const { records } = deps;
  const asksKey = journey.steps.some(({ proof }) => proof.kind === 'key-issued');
  const asksWebhooks = journey.steps.some(({ proof }) => proof.kind.startsWith('webhook-'));
  const stream = await deps.streams.open(id, () =>
    progressStream({
      read: async () => JSON.stringify(toProgressJson(await deps.read(journey, organization))),
      subscribe: (changed) => records.subscribe(organization, (exchange) => concerns(journey, exchange) && changed()),
      stamp: async () => {
        const received = asksWebhooks ? await records.receivedOf(organization) : [];
        const refused = asksWebhooks ? await records.refusedOf(organization) : null;
        const ids = await records.latestIds(organization, 50);
        const keyed = asksKey ? await records.firstKeyIssuedAt(organization) : null;
        const said = `${await deps.stampOf(organization, journey.id)} ${keyed?.toISOString()}`;
        return `${said} ${ids.join(' ')} ${receivedStamp(received, Date.now())} ${refused?.id} ${refused?.at.toISOString()}`;
      },
      mayGoOn: () =>
        deps.askerOf(askedAgain(request)).then((asker) => asker.organization === organization, refusedOrThrow),
      onError: (err) => request.log.warn({ err }, 'a stream of progress ended'),
      keepAliveMs: deps.keepAliveMs,
      pollMs: deps.pollMs,
    }),
  );
  if (stream === null) {
    throw new ProblemError('rate-limited', {
      detail: 'As many journeys are followed already as may be. Close one of the streams, then open this one.',
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
  if (error instanceof ProblemError && (error.status === 401 || error.status === 403)) return false;
  throw error;
}

/** Changes with each delivery that is received, and once more when it has settled: then it is known that nothing was done twice. */
function receivedStamp(received: readonly { readonly receivedAt: Date }[], now: number): string {
  const settled = received.filter(({ receivedAt }) => now - Number(receivedAt) > settleMs);
  return `${received.length} ${settled.length}`;
}
