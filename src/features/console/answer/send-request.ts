import type { RequestDescription } from '../request';
import { failed, type AnswerHead, type Failure, type Partial, type Sent } from './answer';
import { readBody, stopOf, type Stops } from './sending/read-body';
import { requestBytes } from './sending/request-bytes';
import { watchSilence, type Silence } from './sending/silence';
import { toInit } from './sending/to-init';
import { countedUpload, leastUploadBytes, type Upload } from './sending/upload-stream';

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
  /** Called as a large body goes out. */
  readonly onUpload?: (upload: Upload) => void;
  /** Whether the browser can say how much of a body is gone; it cannot where nothing is given. */
  readonly canCountUpload?: (url: string) => boolean;
  /** How long nothing may come before it is given up; null, or not given: for ever. */
  readonly waitMilliseconds?: number | null;
  /** Asked when a connection broke. */
  readonly isGatewayThere?: () => Promise<boolean>;
}

/** A line that is slower than this is as good as none: how much longer an answer may be silent while a body goes out. */
const slowestBytesPerMillisecond = 20;

/**
 * Sends a request to the gateway and reads its answer as it comes. Nothing is thrown. Cookies are never sent, redirects
 * never followed, caches never asked: what one sees is what the gateway said.
 */
export async function sendRequest(
  request: RequestDescription,
  ports: SendingPorts,
  signal: AbortSignal,
): Promise<Sent> {
  const waitMilliseconds = ports.waitMilliseconds ?? null;
  const silence = watchSilence(waitMilliseconds);
  const stopped = AbortSignal.any([signal, silence.signal]);
  try {
    return await send(request, ports, { signal, silence, stopped, waitMilliseconds });
  } finally {
    silence.stop();
  }
}

async function send(request: RequestDescription, ports: SendingPorts, stops: Stops): Promise<Sent> {
  const started = ports.now();
  const elapsed = (): number => ports.now() - started;
  let response: Response;
  try {
    response = await ports.fetch(request.url, { ...withUpload(request, ports, stops.silence), signal: stops.stopped });
  } catch {
    return failed(await failureBefore(ports, stops));
  }
  if (response.type === 'opaqueredirect') return failed({ kind: 'redirect' });
  const head: AnswerHead = {
    status: response.status,
    headers: [...response.headers],
    headMilliseconds: elapsed(),
  };
  const sent = await readBody(response, head, { ...ports, elapsed }, stops);
  if (sent.kind === 'failure') return sent;
  const wireBytes = await ports.wireBytes?.(request.url);
  const at = ports.date?.();
  const more = { ...(wireBytes !== undefined && { wireBytes }), ...(at !== undefined && { at }) };
  return { kind: 'answer', answer: { ...sent.answer, ...more } };
}

/** What the browser is told, and, of a large body, how much is gone. */
function withUpload(request: RequestDescription, ports: SendingPorts, silence: Silence): RequestInit {
  const init = toInit(request);
  const ofBytes = init.body === null ? 0 : requestBytes(request.content);
  silence.heard(ofBytes / slowestBytesPerMillisecond);
  if (ofBytes < leastUploadBytes) return init;
  if (!ports.canCountUpload?.(request.url)) {
    ports.onUpload?.({ sentBytes: null, ofBytes });
    return init;
  }
  return countedUpload(request.url, init, (sentBytes) => {
    silence.heard();
    ports.onUpload?.({ sentBytes: Math.min(sentBytes, ofBytes), ofBytes });
  });
}

/** Why there was not even a status. */
async function failureBefore({ isOnline, isGatewayThere }: SendingPorts, stops: Stops): Promise<Failure> {
  const stop = stopOf(stops, null);
  if (stop) return stop;
  if (!isOnline()) return { kind: 'offline' };
  const isThere = await isGatewayThere?.();
  return { kind: 'unreachable', ...(isThere !== undefined && { isGatewayThere: isThere }) };
}
