import type { Bytes } from '../answer';

/** How much of a request's body is on its way. */
export interface Upload {
  /** Null where the browser does not tell. */
  readonly sentBytes: number | null;
  readonly ofBytes: number;
}

/** Smaller bodies are gone before anybody could look. */
export const leastUploadBytes = 1_000_000;

/**
 * The same request with a body that is counted while the browser takes it (Fetch §5.4, `duplex`). What is counted is at most a
 * network buffer ahead of what has arrived.
 */
export function countedUpload(url: string, init: RequestInit, onBytes: (sentBytes: number) => void): RequestInit {
  // A form's boundary is made here, and goes with it.
  const { body, headers } = new Request(new URL(url, globalThis.location?.href), { ...init, signal: null });
  if (!body) return init;
  let sent = 0;
  const counter = new TransformStream<Bytes, Bytes>({
    transform(chunk, controller) {
      controller.enqueue(chunk);
      onBytes((sent += chunk.byteLength));
    },
  });
  return { ...init, headers, body: body.pipeThrough(counter), duplex: 'half' } as RequestInit;
}

/** Whether this browser can send a body as a stream to that address: only over HTTP/2 and newer, as it has been reached before. */
export function canCountUpload(url: string): boolean {
  return takesStreams() && /^h[23]/.test(protocolOf(new URL(url, globalThis.location?.href).origin) ?? '');
}

function takesStreams(): boolean {
  let isAsked = false;
  try {
    const asking = {
      method: 'POST',
      body: new ReadableStream(),
      get duplex() {
        isAsked = true;
        return 'half';
      },
    };
    // A browser that does not know streams sends the text "[object ReadableStream]".
    return !new Request('https://example.com', asking).headers.has('content-type') && isAsked;
  } catch {
    return false;
  }
}

function protocolOf(origin: string): string | undefined {
  const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
  const known = entries as PerformanceResourceTiming[];
  return known.findLast(({ name, nextHopProtocol }) => nextHopProtocol && name.startsWith(`${origin}/`))
    ?.nextHopProtocol;
}
