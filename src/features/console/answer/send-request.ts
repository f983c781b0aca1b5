import { isForbiddenHeader, type RequestDescription } from '../request';
import type { AnswerHead, Partial, Sent } from './answer';
import { IncomingBody } from './body/incoming-body';

export interface SendingPorts {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds of a clock that does not jump. */
  readonly now: () => number;
  readonly isOnline: () => boolean;
  /** Milliseconds since 1970. */
  readonly date?: () => number;
  /** The bytes of the last answer's body as they went over the wire; undefined where the browser does not tell. */
  readonly wireBytes?: (url: string) => Promise<number | undefined>;
  /** Called as the answer comes in; text grows. */
  readonly onPartial: (partial: Partial) => void;
}

/**
 * Sends a request to the gateway and reads its answer as it comes. Nothing is thrown. Cookies are never sent, redirects
 * never followed, caches never asked: what one sees is what the gateway said.
 */
export async function sendRequest(
  request: RequestDescription,
  ports: SendingPorts,
  signal: AbortSignal,
): Promise<Sent> {
  const started = ports.now();
  let response: Response;
  try {
    response = await ports.fetch(request.url, { ...toInit(request), signal });
  } catch {
    if (signal.aborted) return { kind: 'failure', failure: { kind: 'cancelled', partial: null } };
    return { kind: 'failure', failure: { kind: ports.isOnline() ? 'unreachable' : 'offline' } };
  }
  if (response.type === 'opaqueredirect') return { kind: 'failure', failure: { kind: 'redirect' } };
  const head: AnswerHead = {
    status: response.status,
    headers: [...response.headers],
    headMilliseconds: ports.now() - started,
  };
  const sent = await readBody(response, head, ports, () => ports.now() - started, signal);
  if (sent.kind === 'failure') return sent;
  const wireBytes = await ports.wireBytes?.(request.url);
  const at = ports.date?.();
  const more = { ...(wireBytes !== undefined && { wireBytes }), ...(at !== undefined && { at }) };
  return { kind: 'answer', answer: { ...sent.answer, ...more } };
}

async function readBody(
  response: Response,
  head: AnswerHead,
  { onPartial }: SendingPorts,
  elapsed: () => number,
  signal: AbortSignal,
): Promise<Sent> {
  const incoming = new IncomingBody(response.headers.get('content-type'), elapsed);
  const reader = response.body?.getReader();
  const partial = (): Partial => ({ head, ...incoming.soFar() });
  const ended = (): Partial => ({ ...partial(), body: incoming.body() });
  onPartial(partial());
  try {
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      if (!incoming.take(read.value)) {
        void reader?.cancel().catch(() => undefined);
        return { kind: 'failure', failure: { kind: 'too-large', partial: ended() } };
      }
      onPartial(partial());
    }
  } catch {
    return { kind: 'failure', failure: { kind: signal.aborted ? 'cancelled' : 'broken', partial: ended() } };
  }
  const { bytes } = incoming.soFar();
  return { kind: 'answer', answer: { ...head, body: incoming.body(), bytes, totalMilliseconds: elapsed() } };
}

/** What a browser is told: without what it would not send anyway (`browserLimits` says what that is). */
function toInit(request: RequestDescription): RequestInit {
  const headers = new Headers();
  for (const [name, value] of request.headers) if (!isForbiddenHeader(name)) headers.append(name, value);
  if (request.user !== null) headers.set('Authorization', `Basic ${btoa(`${request.user}:`)}`);
  const canHaveBody = request.method !== 'GET' && request.method !== 'HEAD';
  return {
    method: request.method,
    headers,
    body: canHaveBody ? toBody(request) : null,
    credentials: 'omit',
    redirect: 'manual',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  };
}

function toBody({ content }: RequestDescription): BodyInit | null {
  if (content.kind === 'none') return null;
  if (content.kind === 'text') return content.text;
  if (content.kind === 'file') return content.file ?? content.text;
  const form = new FormData();
  for (const [name, value, fileName, file] of content.parts) {
    if (fileName === undefined) form.append(name, value);
    else form.append(name, file ?? new Blob([value]), fileName);
  }
  return form;
}
