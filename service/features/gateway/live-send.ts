import type { Agent } from 'undici';
import type { Operation } from '../../../contract/model.ts';
import { type Facts, needed } from './facts.ts';
import { liveResponse, type LiveResponse } from './live-response.ts';
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
): Promise<LiveResponse> {
  const { method } = facts.request;
  const { bytes, stream } = needed(facts.input, 'input');
  return liveResponse(signal, (handler) =>
    agent.dispatch(
      {
        origin,
        path,
        method,
        headers,
        body: stream ?? (bytes.length > 0 ? bytes : null),
        // The deadline is the gateway's own.
        headersTimeout: 0,
        bodyTimeout: sendsEvents(facts) ? 0 : times.piece * 1000,
      },
      handler,
    ),
  );
}

/** Events may be far apart; whoever does not want them any more goes away. */
export function sendsEvents({ match }: Facts): boolean {
  const operation = match?.operation;
  if (operation === undefined) return false;
  let sends = known.get(operation);
  if (sends === undefined) known.set(operation, (sends = declaresEvents(operation)));
  return sends;
}

const known = new WeakMap<Operation, boolean>();

function declaresEvents({ responses }: Operation): boolean {
  return responses.some(({ content }) => content.some(({ type }) => /^text\/event-stream\b/i.test(type)));
}
