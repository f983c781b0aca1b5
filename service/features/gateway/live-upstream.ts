import type { Mappings } from '../../../contract/mapped/index.ts';
import type { LoadedLiveUpstream } from '../../../contract/read/index.ts';
import { ProblemError } from '../../platform/problem.ts';
import { type AnswerEnd, type Facts, needed, type UpstreamAnswer } from './facts.ts';
import type { Upstream } from './forward.ts';
import { liveAnswer } from './live-answer.ts';
import type { LiveCredentials } from './live-credential.ts';
import { startDeadline } from './live-deadline.ts';
import { liveFailure } from './live-failure.ts';
import { liveHeaders, liveTarget } from './live-request.ts';
import { sendLive } from './live-send.ts';
import { type LiveWay, liveWay } from './live-way.ts';
import { sendMapped, warmUp } from './mapped/index.ts';
import type { ResilienceLog } from './resilience/circuits.ts';
import type { GuardState } from './resilience/guard.ts';
import type { Timing } from './resilience/timing.ts';

export interface LiveUpstreams {
  readonly send: Upstream;
  /** How each upstream is that a request has gone to, `cardea/v2`. */
  state(): readonly LiveUpstreamState[];
  /** Breaks off what is under way. */
  close(): Promise<void>;
}

export interface LiveUpstreamState extends GuardState {
  readonly name: string;
}

/**
 * The live upstreams of the configuration, by HTTP. Nothing is followed, unpacked or kept in memory: what comes goes on, as fast
 * as it is taken (https://undici.nodejs.org/#/docs/api/Dispatcher). Each has connections, places and circuits of its own.
 */
export function liveUpstreams(
  credentials: LiveCredentials,
  mappings: Mappings,
  deps: { readonly timing: Timing; readonly log: ResilienceLog },
): LiveUpstreams {
  warmUp(mappings);
  const ways = new Map<string, LiveWay>();
  const wayTo = (id: string, name: string, live: LoadedLiveUpstream): LiveWay => {
    const known = ways.get(id);
    if (known) return known;
    const way = liveWay(name, live, { credential: credentials.get(id), mapping: mappings.get(id) }, deps);
    ways.set(id, way);
    return way;
  };
  return {
    async send(facts) {
      const { contract, live } = needed(facts.served, 'served');
      const upstream = needed(live, 'live');
      const name = `${contract.api} ${contract.version}`;
      const way = wayTo(`${contract.api}/${contract.version}`, name, upstream);
      try {
        return await (way.transport ? sendMapped(facts, upstream, way, way.transport) : sendOn(facts, upstream, way));
      } catch (cause) {
        throw cause instanceof ProblemError ? cause : liveFailure(cause, name);
      }
    },
    state: () => [...ways].map(([name, way]) => ({ name, ...way.guard.state() })),
    close: async () =>
      void (await Promise.all(
        [...ways.values()].flatMap(({ agent, authority, transport }) => [
          agent.destroy(),
          authority.close(),
          ...(transport ? [transport.close()] : []),
        ]),
      )),
  };
}

async function sendOn(facts: Facts, live: LoadedLiveUpstream, way: LiveWay): Promise<UpstreamAnswer> {
  const { agent, authority, guard, times, watch } = way;
  const target = liveTarget(facts, live);
  const headers = liveHeaders(facts, live.requestHeaders);
  const isThereAgain = facts.input?.stream === undefined;
  const deadline = startDeadline(times, facts);
  const { signal } = deadline;
  try {
    const { answer, findings, onUnusable } = await guard.run(facts, target.origin, () =>
      authority.send(
        (credential) =>
          sendLive(agent, facts, { ...target, headers: { ...headers, ...credential } }, { times, signal }),
        { signal, isThereAgain },
      ),
    );
    deadline.begun(answer.body);
    const onEnd = (end: AnswerEnd) => {
      if (end.isUnusable) onUnusable();
      return watch(facts, answer.statusCode, end.bytes);
    };
    return { ...liveAnswer(answer, facts, live.answerHeaders), findings, onEnd };
  } catch (cause) {
    deadline.over();
    throw cause;
  }
}
