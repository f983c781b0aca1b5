import { isForbiddenHeader, type RequestDescription } from '../request';
import type { AnswerHead, Partial, Sent } from './answer';
import { decoderOf, isTextType } from './media-type';

export interface SendingPorts {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds of a clock that does not jump. */
  readonly now: () => number;
  readonly isOnline: () => boolean;
  /** Called as the answer comes in; text grows. */
  readonly onPartial: (partial: Partial) => void;
}

const mostBytes = 50 * 1024 * 1024;

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
  return readBody(response, head, ports, () => ports.now() - started, signal);
}

async function readBody(
  response: Response,
  head: AnswerHead,
  { onPartial }: SendingPorts,
  elapsed: () => number,
  signal: AbortSignal,
): Promise<Sent> {
  const contentType = response.headers.get('content-type');
  const isText = isTextType(contentType);
  const decoder = decoderOf(contentType);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body?.getReader();
  let text = '';
  let bytes = 0;
  const partial = (): Partial => ({ head, text, bytes });
  onPartial(partial());
  try {
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      bytes += read.value.byteLength;
      if (isText) text += decoder.decode(read.value, { stream: true });
      else chunks.push(read.value);
      if (bytes > mostBytes) {
        void reader?.cancel().catch(() => undefined);
        return { kind: 'failure', failure: { kind: 'too-large', partial: partial() } };
      }
      onPartial(partial());
    }
  } catch {
    return { kind: 'failure', failure: { kind: signal.aborted ? 'cancelled' : 'broken', partial: partial() } };
  }
  if (isText) text += decoder.decode();
  const blob = (): Blob => new Blob(chunks, { type: 'application/octet-stream' });
  const body =
    bytes === 0
      ? { kind: 'none' as const }
      : isText
        ? { kind: 'text' as const, text }
        : { kind: 'binary' as const, blob: blob() };
  return { kind: 'answer', answer: { ...head, body, bytes, totalMilliseconds: elapsed() } };
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
  if (content.kind === 'text' || content.kind === 'file') return content.text;
  const form = new FormData();
  for (const [name, value, fileName] of content.parts) {
    if (fileName === undefined) form.append(name, value);
    else form.append(name, new Blob([value]), fileName);
  }
  return form;
}
