import type { Agent, Dispatcher } from 'undici';
import { type Facts, needed } from './facts.ts';
import type { LiveTimes } from './live-times.ts';

/** One request to a live upstream, as it goes out. */
export interface LiveRequest {
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends, and waits until the answer begins. `signal` ends the wait, and the answer. */
export function sendLive(
  agent: Agent,
  facts: Facts,
  { origin, path, headers }: LiveRequest,
  { times, signal }: { readonly times: LiveTimes; readonly signal: AbortSignal },
): Promise<Dispatcher.ResponseData> {
  const { method } = facts.request;
  const { bytes, stream } = needed(facts.input, 'input');
  return agent.request({
    origin,
    path,
    method,
    headers,
    body: stream ?? (bytes.length > 0 ? bytes : null),
    signal,
    // The deadline is the gateway's own.
    headersTimeout: 0,
    bodyTimeout: sendsEvents(facts) ? 0 : times.piece * 1000,
  });
}

/** Events may be far apart; whoever does not want them any more goes away. */
export function sendsEvents({ match }: Facts): boolean {
  const responses = match?.operation.responses ?? [];
  return responses.some(({ content }) => content.some(({ type }) => /^text\/event-stream\b/i.test(type)));
}
