import { Agent } from 'undici';
import type { Mapping } from '../../../contract/mapped/index.ts';
import type { LoadedLiveUpstream } from '../../../contract/read/index.ts';
import { type LiveAuthority, liveAuthority } from './live-authority.ts';
import type { LiveCredential } from './live-credential.ts';
import { type LiveTimes, timesOf } from './live-times.ts';
import { type LiveWatch, liveWatch } from './live-watch.ts';
import { mappedTransport, type Transport } from './mapped/index.ts';
import type { ResilienceLog } from './resilience/circuits.ts';
import { type Guard, guard } from './resilience/guard.ts';
import type { Timing } from './resilience/timing.ts';

/** The connections to one upstream, and what stands before them. */
export interface LiveWay {
  readonly agent: Agent;
  readonly guard: Guard;
  readonly authority: LiveAuthority;
  readonly times: LiveTimes;
  readonly watch: LiveWatch;
  /** Undefined: it speaks HTTP as the contract does. */
  readonly transport: Transport | undefined;
}

const keepAliveSeconds = 4;

/** `name` is the upstream's, for messages and the log. */
export function liveWay(
  name: string,
  live: LoadedLiveUpstream,
  { credential, mapping }: { readonly credential?: LiveCredential; readonly mapping?: Mapping },
  deps: { readonly timing: Timing; readonly log: ResilienceLog },
): LiveWay {
  const times = timesOf(live);
  const { protection, pool = {} } = live;
  // Nobody waits longer for a place than for an answer.
  const waitSeconds = Math.min(protection.waitSeconds, times.answer);
  const agent = new Agent({
    connections: pool.connections ?? protection.requestsAtOnce,
    pipelining: 1,
    keepAliveTimeout: (pool.keepAliveSeconds ?? keepAliveSeconds) * 1000,
    connect: { timeout: times.connect * 1000 },
  });
  return {
    agent,
    guard: guard(name, { ...protection, waitSeconds }, deps),
    authority: liveAuthority(name, credential, { ...deps, timeoutSeconds: times.answer }),
    times,
    watch: liveWatch(name, deps.log),
    transport: mapping && mappedTransport(mapping, agent),
  };
}
