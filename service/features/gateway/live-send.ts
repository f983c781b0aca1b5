import type { Agent, Dispatcher } from 'undici';
import { type Facts, needed } from './facts.ts';
import { LateAnswer } from './live-failure.ts';

/** One request to a live upstream, as it goes out. */
export interface LiveRequest {
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends, and waits until the answer begins. `signal` ends the wait. */
export function sendLive(
  agent: Agent,
  facts: Facts,
  { origin, path, headers }: LiveRequest,
  { timeoutSeconds, signal }: { readonly timeoutSeconds: number; readonly signal: AbortSignal },
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
    headersTimeout: timeoutSeconds * 1000,
    bodyTimeout: sendsEvents(facts) ? 0 : timeoutSeconds * 1000,
  });
}

/** Gives up after so long; waiting for a place, a connection and a second attempt count, too. A body that is still coming in counts not. */
export async function within<T>(
  timeoutSeconds: number,
  { input }: Facts,
  work: (late: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = new AbortController();
  const timer = input?.stream ? undefined : setTimeout(() => late.abort(new LateAnswer()), timeoutSeconds * 1000);
  try {
    return await work(late.signal);
  } finally {
    clearTimeout(timer);
  }
}

/** Events may be far apart; whoever does not want them any more goes away. */
function sendsEvents({ match }: Facts): boolean {
  const responses = match?.operation.responses ?? [];
  return responses.some(({ content }) => content.some(({ type }) => /^text\/event-stream\b/i.test(type)));
}
