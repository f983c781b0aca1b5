import type { LiveCredential } from './live-credential.ts';
import type { Attempted } from './resilience/attempt.ts';
import type { ResilienceLog } from './resilience/circuits.ts';
import type { Timing } from './resilience/timing.ts';
import { upstreamToken } from './upstream-token/index.ts';

type Headers = Readonly<Record<string, string>>;

/** Proves to one live upstream who the gateway is. */
export interface LiveAuthority {
  /**
   * Sends with the credential's headers; once more, with a new token, where the upstream answers 401 to the one it got: it did nothing
   * then, whatever the method. `isThereAgain` says whether the body can be sent again. Throws a `TokenFailure`, and what `signal` says.
   */
  send<A extends Attempted>(
    send: (headers: Headers) => Promise<A>,
    options: { readonly signal: AbortSignal; readonly isThereAgain: boolean },
  ): Promise<A>;
  close(): Promise<void>;
}

const mostTokenSeconds = 10;

/** `name` is the upstream's, for the log. Nobody waits longer for a token than for an answer. */
export function liveAuthority(
  name: string,
  credential: LiveCredential | undefined,
  deps: { readonly timing: Timing; readonly log: ResilienceLog; readonly timeoutSeconds: number },
): LiveAuthority {
  if (credential?.kind !== 'token') {
    const headers = credential?.headers ?? {};
    return { send: (send) => send(headers), close: async () => undefined };
  }
  const timeoutSeconds = Math.min(deps.timeoutSeconds, mostTokenSeconds);
  const tokens = upstreamToken(name, credential.client, { ...deps, timeoutSeconds });
  return {
    async send(send, { signal, isThereAgain }) {
      const withToken = async () => {
        const token = await unlessAborted(tokens.take(), signal);
        return { token, answer: await send({ authorization: `Bearer ${token}` }) };
      };
      const { token, answer } = await withToken();
      if (answer.statusCode !== 401 || !tokens.refuse(token) || !isThereAgain) return answer;
      void answer.body?.dump().catch(() => undefined);
      return (await withToken()).answer;
    },
    close: () => tokens.close(),
  };
}

/** Others may wait for the same token: it is not the token that is given up, only the wait. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason as Error);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
