import { failed, type AnswerHead, type Failure, type Partial, type Sent } from '../answer';
import { IncomingBody } from '../body/incoming-body';
import { pause } from '../in-slices';
import { streamKindOf } from '../media-type';
import type { Silence } from './silence';

/** What ends a request before its answer does. */
export interface Stops {
  /** The reader pressed Cancel. */
  readonly signal: AbortSignal;
  readonly silence: Silence;
  /** Either. */
  readonly stopped: AbortSignal;
  /** How much silence there may be. */
  readonly waitMilliseconds: number | null;
}

export interface ReadingPorts {
  readonly now: () => number;
  /** Milliseconds since the request was sent. */
  readonly elapsed: () => number;
  readonly onPartial: (partial: Partial) => void;
  readonly isGatewayThere?: () => Promise<boolean>;
}

/** A network that is faster than the page brings the next piece at once: after this the page may draw. */
const busyMilliseconds = 24;

/** Reads a body to its end, or as far as it comes. */
export async function readBody(
  response: Response,
  head: AnswerHead,
  { onPartial, now, elapsed, isGatewayThere }: ReadingPorts,
  stops: Stops,
): Promise<Sent> {
  const type = response.headers.get('content-type');
  const isStream = streamKindOf(type) !== null;
  const incoming = new IncomingBody(type, elapsed, announcedBytes(response.headers));
  const reader = response.body?.getReader();
  const partial = (): Partial => ({ head, ...incoming.soFar(), elapsedMilliseconds: elapsed() });
  const ended = (): Partial => ({ ...partial(), body: incoming.body() });
  // Events may come hours apart.
  const hear = isStream ? stops.silence.stop : () => stops.silence.heard();
  let paused = now();
  hear();
  onPartial(partial());
  try {
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      hear();
      if (!incoming.take(read.value)) {
        void reader?.cancel().catch(() => undefined);
        return failed({ kind: 'too-large', partial: ended() });
      }
      onPartial(partial());
      if (now() - paused < busyMilliseconds) continue;
      await pause();
      paused = now();
    }
  } catch {
    const partial = ended();
    const stop = stopOf(stops, partial);
    if (stop) return failed(stop);
    const isThere = await isGatewayThere?.();
    return failed({ kind: 'broken', partial, ...(isThere !== undefined && { isGatewayThere: isThere }) });
  }
  const { bytes } = incoming.soFar();
  return { kind: 'answer', answer: { ...head, body: incoming.body(), bytes, totalMilliseconds: elapsed() } };
}

/** Who ended it, where it did not break by itself. */
export function stopOf({ signal, stopped, waitMilliseconds }: Stops, partial: Partial | null): Failure | null {
  if (signal.aborted) return { kind: 'cancelled', partial };
  return stopped.aborted ? { kind: 'timed-out', partial, waitedMilliseconds: waitMilliseconds ?? 0 } : null;
}

/** Of the body as it will be read: what was compressed is longer than its header says. */
function announcedBytes(headers: Headers): number {
  return headers.has('content-encoding') ? 0 : Number(headers.get('content-length') ?? 0) || 0;
}
