import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { LiveBody } from './live-body.ts';

/** What an upstream answers, from its first byte. */
export interface LiveResponse {
  readonly statusCode: number;
  readonly headers: IncomingHttpHeaders;
  /** Null: all of it came with the head, which says how long it is, and is in `bytes`. */
  readonly body: LiveBody | null;
  readonly bytes: Buffer;
}

const none = Buffer.alloc(0);

/**
 * Dispatches a request (https://undici.nodejs.org/#/docs/api/Dispatcher) and resolves when its answer begins. Most answers come with
 * their head in one piece: those need no stream. `signal` ends the wait, and the answer; rejects with its reason, or what went wrong.
 */
export function liveResponse(
  signal: AbortSignal,
  dispatch: (handler: Dispatcher.DispatchHandler) => void,
): Promise<LiveResponse> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason as Error);
    let controller: Dispatcher.DispatchController | undefined;
    let head: Pick<LiveResponse, 'statusCode' | 'headers'> | undefined;
    let early: Buffer[] = [];
    let body: LiveBody | undefined;
    let isOver = false;

    const abort = (): void => {
      const reason = signal.reason as Error;
      if (body) body.destroy(reason);
      else controller?.abort(reason);
      reject(reason);
    };
    const over = (): void => {
      isOver = true;
      signal.removeEventListener('abort', abort);
    };
    /** All that came with the head is there: what is still to come needs a stream. */
    const begin = (by: Dispatcher.DispatchController): void => {
      if (isOver || body || head === undefined) return;
      body = new LiveBody(by, early);
      early = [];
      resolve({ ...head, body, bytes: none });
    };
    signal.addEventListener('abort', abort, { once: true });
    dispatch({
      onRequestStart(by) {
        controller = by;
        if (signal.aborted) by.abort(signal.reason as Error);
      },
      onResponseStart(by, statusCode, headers) {
        if (statusCode < 200) return;
        head = { statusCode, headers };
        // Runs when undici has read all that it has in hand.
        queueMicrotask(() => begin(by));
      },
      onResponseData(by, chunk) {
        if (!body) early.push(chunk);
        else if (!body.push(chunk)) by.pause();
      },
      onResponseEnd(by) {
        if (!body && head) {
          // What came without a length goes on without one.
          if (head.headers['content-length'] !== undefined || early.length === 0)
            resolve({ ...head, body: null, bytes: joined(early) });
          else begin(by);
        }
        body?.push(null);
        over();
      },
      onResponseError(_by, cause) {
        over();
        if (body) body.destroy(cause);
        else reject(cause);
      },
    });
  });
}

function joined(chunks: readonly Buffer[]): Buffer {
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}
