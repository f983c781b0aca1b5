import { Agent, type Dispatcher } from 'undici';
import type { LoadedLiveUpstream } from '../../../contract/read/index.ts';
import { type Facts, needed, type UpstreamAnswer } from './facts.ts';
import type { Upstream } from './forward.ts';
import { answerHeaders } from './forwarded-headers.ts';
import type { LiveCredentials } from './live-credential.ts';
import { LateAnswer, liveFailure } from './live-failure.ts';
import { liveHeaders, liveTarget } from './live-request.ts';
import { privateAnswer } from './private-answer.ts';

/** Connections to one upstream: more requests than that wait, and none of another API with them. */
const mostConnections = 64;
const connectTimeoutMs = 10_000;

export interface LiveUpstreams {
  readonly send: Upstream;
  /** Breaks off what is under way. */
  close(): Promise<void>;
}

/**
 * The live upstreams of the configuration, by HTTP. Nothing is followed, unpacked or kept in memory: what comes goes on, as fast
 * as it is taken (https://undici.nodejs.org/#/docs/api/Dispatcher).
 */
export function liveUpstreams(credentials: LiveCredentials): LiveUpstreams {
  const agents = new Map<string, Agent>();
  const agentFor = (id: string, { timeoutSeconds }: LoadedLiveUpstream): Agent => {
    const known = agents.get(id);
    if (known) return known;
    const connect = { timeout: Math.min(timeoutSeconds * 1000, connectTimeoutMs) };
    const agent = new Agent({ connections: mostConnections, pipelining: 1, keepAliveTimeout: 4_000, connect });
    agents.set(id, agent);
    return agent;
  };
  return {
    async send(facts) {
      const { contract, live } = needed(facts.served, 'served');
      const upstream = needed(live, 'live');
      const { timeoutSeconds } = upstream;
      const id = `${contract.api}/${contract.version}`;
      const target = liveTarget(facts, upstream);
      const headers = liveHeaders(facts, credentials.get(id) ?? {});
      try {
        const sent = { ...target, headers };
        return toAnswer(await request(agentFor(id, upstream), facts, sent, timeoutSeconds), facts);
      } catch (cause) {
        throw liveFailure(cause, `${contract.api} ${contract.version}`, timeoutSeconds);
      }
    },
    close: async () => void (await Promise.all([...agents.values()].map((agent) => agent.destroy()))),
  };
}

interface Target {
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

async function request(
  agent: Agent,
  facts: Facts,
  { origin, path, headers }: Target,
  timeoutSeconds: number,
): Promise<Dispatcher.ResponseData> {
  const { method, gone } = facts.request;
  const { bytes, stream } = needed(facts.input, 'input');
  const late = new AbortController();
  // Waiting for a connection counts, too. A body that is still coming in counts not.
  const timer = stream ? undefined : setTimeout(() => late.abort(new LateAnswer()), timeoutSeconds * 1000);
  try {
    return await agent.request({
      origin,
      path,
      method: method,
      headers,
      body: stream ?? (bytes.length > 0 ? bytes : null),
      signal: AbortSignal.any([gone, late.signal]),
      headersTimeout: timeoutSeconds * 1000,
      bodyTimeout: sendsEvents(facts) ? 0 : timeoutSeconds * 1000,
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Events may be far apart; whoever does not want them any more goes away. */
function sendsEvents({ match }: Facts): boolean {
  const responses = match?.operation.responses ?? [];
  return responses.some(({ content }) => content.some(({ type }) => /^text\/event-stream\b/i.test(type)));
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
