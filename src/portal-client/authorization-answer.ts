/** What an authorization server sent back with a person (RFC 6749 §4.1.2). */
export interface AuthorizationAnswer {
  readonly state: string;
  readonly code: string | null;
  readonly error: string | null;
  /** Who answers (RFC 9207). */
  readonly issuer: string | null;
}

/** A channel of this origin only: no other site can speak on it or hear it, whoever opened which window. */
const channelName = 'portolan-authorized';

/** Reads the query of the callback page; null where it is no answer. */
export function readAuthorizationAnswer(search: string): AuthorizationAnswer | null {
  const query = new URLSearchParams(search);
  const [state, code, error] = [query.get('state'), query.get('code'), query.get('error')];
  if (state === null || (code === null) === (error === null)) return null;
  return { state, code, error, issuer: query.get('iss') };
}

/** Tells the page that is waiting. */
export function announceAuthorization(answer: AuthorizationAnswer): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(answer);
  channel.close();
}

/** Resolves with the answer that carries this state; one with another state is not ours, and is not looked at. Null when aborted. */
export function awaitAuthorization(state: string, signal: AbortSignal): Promise<AuthorizationAnswer | null> {
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(channelName);
    const end = (answer: AuthorizationAnswer | null): void => {
      channel.close();
      resolve(answer);
    };
    signal.addEventListener('abort', () => end(null), { once: true });
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isAnswer(data) && data.state === state) end(data);
    });
  });
}

function isAnswer(data: unknown): data is AuthorizationAnswer {
  return typeof data === 'object' && data !== null && 'state' in data && 'code' in data && 'error' in data;
}
