import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Mappings } from '../../../contract/mapped/index.ts';
import type { Contract } from '../../../contract/model.ts';
import type { LoadedPortal } from '../../../contract/read/index.ts';
import type { AddressLimit } from '../../platform/address-limit.ts';
import { type Clock, systemClock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { OpensTo } from '../early-access/index.ts';
import type { Authenticate } from '../keys/index.ts';
import type { CountRequest } from '../limits/index.ts';
import type { Sandbox } from '../sandbox/index.ts';
import type { TrafficLog } from '../traffic/index.ts';
import type { MeetTrouble } from '../trouble/index.ts';
import { authenticateStep } from './authenticate.ts';
import { checkBudget } from './check-budget.ts';
import { excerptBudget } from './excerpt-budget.ts';
import { answerOptions } from './answer-options.ts';
import type { Received, Step } from './facts.ts';
import { forwardStep } from './forward.ts';
import { limitStep } from './limit.ts';
import { idempotency } from './idempotency/index.ts';
import { type Environment, readLiveCredentials } from './live-credential.ts';
import { liveUpstreams, type LiveUpstreamState } from './live-upstream.ts';
import { isThereFor } from './is-there-for.ts';
import { matchStep } from './match.ts';
import type { ResilienceLog } from './resilience/circuits.ts';
import { requestsUnderWay, shedStep } from './resilience/requests-under-way.ts';
import { systemTiming, type Timing } from './resilience/timing.ts';
import { sandboxUpstream } from './sandbox-upstream.ts';
import { serve } from './serve.ts';
import { servedApis } from './served-version.ts';
import { serviceUpstream } from './service-upstream.ts';
import { troubledForward } from './troubled-forward.ts';
import { continueTrace } from './trace-context.ts';
import { validateStep } from './validate.ts';

export { gatewayMigrations } from './migrations.ts';

export interface GatewayFeature {
  /** Everything below `/gateway/{api}/{version}/`. */
  readonly plugin: FastifyPluginAsync;
  readonly state: () => GatewayState;
}

/** What the gateway has under way now. */
export interface GatewayState {
  readonly underWay: number;
  readonly live: readonly LiveUpstreamState[];
}

/**
 * The one way to every API: `match → authenticate → limit → validate → forward → check → record`. What stands behind
 * is the sandbox, a live upstream, or the service that this plugin is registered on. Throws a `StartError` where the credential
 * of a live upstream is missing.
 */
export function gatewayFeature(deps: {
  readonly portal: Pick<LoadedPortal, 'apis' | 'guests' | 'serviceUrl' | 'gateway'>;
  readonly contracts: readonly Contract[];
  readonly authenticate: Authenticate;
  /** Which versions there are for whom. */
  readonly opensTo: OpensTo;
  /** Counts a key that opened nothing. */
  readonly countGuess: AddressLimit;
  readonly count: CountRequest;
  readonly sandbox: Sandbox;
  /** Keeps answers by their `Idempotency-Key`. */
  readonly database: Database;
  /** What is to go wrong with a request to the sandbox. */
  readonly meetTrouble: MeetTrouble;
  readonly traffic: Pick<TrafficLog, 'record'>;
  /** What links to the site's pages begin with; empty: the same origin. */
  readonly siteUrl: string;
  /** Has the credentials of live upstreams. */
  readonly environment: Environment;
  /** Of live upstreams that speak GraphQL or gRPC. */
  readonly mappings?: Mappings;
  readonly clock?: Clock;
  readonly timing?: Timing;
  /** Hears of live upstreams that fail, and that work again. */
  readonly log?: ResilienceLog;
}): GatewayFeature {
  const { portal, traffic, siteUrl, clock = systemClock, timing = systemTiming, log = silent } = deps;
  const apis = servedApis(portal, deps.contracts);
  const live = liveUpstreams(readLiveCredentials(portal, deps.environment), deps.mappings ?? new Map(), {
    timing,
    log,
  });
  const once = idempotency({ database: deps.database, clock, timing, log });
  const checks = checkBudget(() => timing.nowMs());
  const mayExcerpt = excerptBudget(() => timing.nowMs());
  const underWay = requestsUnderWay(portal.gateway.requestsAtOnce);

  return {
    state: () => ({ underWay: underWay.count(), live: live.state() }),
    plugin: async (app) => {
      const upstreams = {
        sandbox: sandboxUpstream(deps.sandbox),
        service: serviceUpstream(app),
        live: once.around(live.send),
      };
      let isStopping = false;
      app.addHook('preClose', () => {
        isStopping = true;
      });
      once.cleanUp(app);
      app.addHook('onClose', () => live.close());
      const match = matchStep(apis, isThereFor({ ...deps, apis, clock }));
      const authenticate = authenticateStep(deps.authenticate, deps.countGuess, clock);
      const limit = limitStep(deps.count, portal.guests.requestsPerMinute);
      const forward = forwardStep(upstreams);
      const largestBodyBytes = portal.gateway.bodyMegabytes * 1024 * 1024;
      const stepsFor = (request: FastifyRequest, leave: () => void): readonly Step[] => [
        match,
        authenticate,
        limit,
        validateStep(request.raw, largestBodyBytes),
        troubledForward(forward, {
          meet: deps.meetTrouble,
          siteUrl,
          leave,
          socket: request.raw.socket,
        }),
      ];

      // Before Fastify reads the body: a request is refused before its body is taken in, and bodies stay as they came.
      app.addHook('onRequest', async (request, reply) => {
        const received = receive(request, reply, portal.serviceUrl);
        if (!answerOptions(apis, received, reply)) {
          const leave = underWay.enter();
          if (leave) reply.raw.once('close', leave);
          const steps = leave ? (one: FastifyRequest) => stepsFor(one, leave) : () => [shedStep];
          await serve(
            { traffic, clock, newId, siteUrl, stepsFor: steps, checks, mayExcerpt, isStopping: () => isStopping },
            request,
            reply,
            received,
          );
        }
        return reply;
      });
      for (const url of ['/gateway', '/gateway/*']) {
        app.all(url, () => {
          throw new Error('The gateway answers before its routes are reached.');
        });
      }
    },
  };
}

const silent: ResilienceLog = { info: () => undefined, warn: () => undefined };

function receive(request: FastifyRequest, reply: FastifyReply, serviceUrl: string): Received {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return {
    requestId: request.id,
    method: request.method,
    target: request.raw.url ?? '/',
    headers: request.headers,
    address: request.ip,
    origin: serviceUrl === '' ? `${request.protocol}://${request.host}` : serviceUrl,
    gone: gone.signal,
    trace: continueTrace(request.headers),
  };
}
