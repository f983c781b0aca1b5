import { Agent, type Dispatcher } from 'undici';
import type { LoadedLiveUpstream } from '../../../contract/read/index.ts';
import { ProblemError } from '../../platform/problem.ts';
import { type Facts, needed, type UpstreamAnswer } from './facts.ts';
import type { Upstream } from './forward.ts';
import { answerHeaders } from './forwarded-headers.ts';
import { type LiveAuthority, liveAuthority } from './live-authority.ts';
import type { LiveCredentials } from './live-credential.ts';
import { liveFailure } from './live-failure.ts';
import { liveHeaders, liveTarget } from './live-request.ts';
import { sendLive, within } from './live-send.ts';
import { privateAnswer } from './private-answer.ts';
import type { ResilienceLog } from './resilience/circuits.ts';
import { type Guard, guard } from './resilience/guard.ts';
import type { Timing } from './resilience/timing.ts';

const connectTimeoutMs = 10_000;

export interface LiveUpstreams {
  readonly send: Upstream;
  /** Breaks off what is under way. */
  close(): Promise<void>;
}

/** The connections to one upstream, and what stands before them. */
interface Way {
  readonly agent: Agent;
  readonly guard: Guard;
  readonly authority: LiveAuthority;
}

/**
 * The live upstreams of the configuration, by HTTP. Nothing is followed, unpacked or kept in memory: what comes goes on, as fast
 * as it is taken (https://undici.nodejs.org/#/docs/api/Dispatcher). Each has connections, places and circuits of its own.
 */
export function liveUpstreams(
  credentials: LiveCredentials,
  deps: { readonly timing: Timing; readonly log: ResilienceLog },
): LiveUpstreams {
  const ways = new Map<string, Way>();
  const wayTo = (id: string, name: string, live: LoadedLiveUpstream): Way => {
    const known = ways.get(id);
    if (known) return known;
    const { timeoutSeconds } = live;
    const way = {
      agent: agentFor(live),
      guard: guard(name, rulesOf(live), deps),
      authority: liveAuthority(name, credentials.get(id), { ...deps, timeoutSeconds }),
    };
    ways.set(id, way);
    return way;
  };
  return {
    async send(facts) {
      const { contract, live } = needed(facts.served, 'served');
      const upstream = needed(live, 'live');
      const { timeoutSeconds } = upstream;
      const id = `${contract.api}/${contract.version}`;
      const name = `${contract.api} ${contract.version}`;
      const request = { ...liveTarget(facts, upstream), headers: liveHeaders(facts) };
      const { agent, authority, guard } = wayTo(id, name, upstream);
      const isThereAgain = facts.input?.stream === undefined;
      try {
        const { answer, findings } = await within(timeoutSeconds, facts, (late) => {
          const signal = AbortSignal.any([facts.request.gone, late]);
          const send = (credential: Readonly<Record<string, string>>) =>
            sendLive(
              agent,
              facts,
              { ...request, headers: { ...request.headers, ...credential } },
              { timeoutSeconds, signal },
            );
          return guard.run(facts, request.origin, () => authority.send(send, { signal, isThereAgain }));
        });
        return { ...toAnswer(answer, facts), findings };
      } catch (cause) {
        throw cause instanceof ProblemError ? cause : liveFailure(cause, name, timeoutSeconds);
      }
    },
    close: async () =>
      void (await Promise.all(
        [...ways.values()].flatMap(({ agent, authority }) => [agent.destroy(), authority.close()]),
      )),
  };
}

/** Nobody waits longer for a place than for an answer. */
function rulesOf({ timeoutSeconds, protection }: LoadedLiveUpstream): LoadedLiveUpstream['protection'] {
  return { ...protection, waitSeconds: Math.min(protection.waitSeconds, timeoutSeconds) };
}

function agentFor({ timeoutSeconds, protection }: LoadedLiveUpstream): Agent {
  const connect = { timeout: Math.min(timeoutSeconds * 1000, connectTimeoutMs) };
  return new Agent({ connections: protection.requestsAtOnce, pipelining: 1, keepAliveTimeout: 4_000, connect });
}

function toAnswer({ statusCode: status, headers: sent, body }: Dispatcher.ResponseData, facts: Facts): UpstreamAnswer {
  if (status > 599) {
    body.destroy();
    throw new Error(`The upstream answered with the status ${status}.`);
  }
  const length = sent['content-length'];
  const headers = {
    ...privateAnswer(answerHeaders(sent), needed(facts.served, 'served').contract),
    ...(typeof length === 'string' && { 'content-length': length }),
  };
  if (facts.request.method !== 'HEAD' && status !== 204 && status !== 304)
    return { status, headers, body: { kind: 'stream', stream: body } };
  void body.dump().catch(() => undefined);
  return { status, headers, body: { kind: 'none' } };
}
