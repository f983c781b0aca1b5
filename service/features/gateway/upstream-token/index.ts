import { Agent } from 'undici';
import type { ResilienceLog } from '../resilience/circuits.ts';
import type { Timing } from '../resilience/timing.ts';
import { askForToken } from './ask-for-token.ts';
import type { TokenClient } from './token-request.ts';
import { tokenSource, type TokenSource } from './token-source.ts';

export { TokenFailure } from './token-failure.ts';
export type { TokenClient } from './token-request.ts';
export type { TokenSource } from './token-source.ts';

export interface UpstreamToken extends TokenSource {
  close(): Promise<void>;
}

/** Tokens of the client credentials grant for one upstream (RFC 6749 §4.4), held in memory. `name` is the upstream's, for the log. */
export function upstreamToken(
  name: string,
  client: TokenClient,
  deps: { readonly timing: Timing; readonly log: ResilienceLog; readonly timeoutSeconds: number },
): UpstreamToken {
  const agent = new Agent({ connections: 2, pipelining: 1 });
  const ask = askForToken(client, agent, deps.timeoutSeconds);
  const source = tokenSource(ask, deps.timing, ({ message, isRefusal }) =>
    deps.log.warn(
      { upstream: name, tokenEndpoint: client.url, cause: message },
      isRefusal ? 'the token endpoint refuses the gateway' : 'the token endpoint gives no token',
    ),
  );
  return { ...source, close: () => agent.destroy() };
}
