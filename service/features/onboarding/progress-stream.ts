import { PassThrough, type Readable } from 'node:stream';

/** A reader that is slower than this many bytes behind is let go; it connects again by itself. */
const longestBacklogBytes = 64 * 1024;

/** After a reading of so long: however much goes through the gateway, who follows a journey takes a thirtieth of a processor, and no tick is late. */
const restAfter = (milliseconds: number): number => Math.min(1200, Math.max(250, 30 * milliseconds));

export interface ProgressStreamOptions {
  /** The progress as JSON. */
  readonly read: () => Promise<string>;
  /** Calls `changed` when the progress may have changed. Returns how to end that. */
  readonly subscribe: (changed: () => void) => () => void;
  /** Asked at each keep-alive: whether the reader's key still opens this. */
  readonly mayGoOn: () => Promise<boolean>;
  readonly onError: (error: unknown) => void;
  readonly keepAliveMs: number;
  /** Looked at every so often: another text says that another process recorded something. */
  readonly stamp: () => Promise<string>;
  readonly pollMs: number;
}

/**
 * Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html): `progress` at once, and again at
 * each change; a comment at each keep-alive. Rejects where the first progress cannot be read, so that the reader gets a
 * problem, not a stream. Later failures end the stream: the reader connects again. Destroying the stream ends it all.
 */
export async function progressStream(options: ProgressStreamOptions): Promise<Readable> {
  const stream = new PassThrough();
  let sent = '';
  let dirty = false;
  let busy = false;

  function write(text: string): void {
    if (stream.writableLength > longestBacklogBytes) stream.destroy();
    else if (!stream.writableEnded && !stream.destroyed) stream.write(text);
  }

  function send(progress: string): void {
    if (progress !== sent) write(`event: progress\ndata: ${progress}\n\n`);
    sent = progress;
  }

  let restUntil = 0;
  let waking: NodeJS.Timeout | undefined;
  /** One reading at a time, and a rest behind it; what changes meanwhile is read after it. */
  async function refresh(): Promise<void> {
    dirty = true;
    if (busy || waking !== undefined || stream.destroyed) return;
    const wait = restUntil - performance.now();
    if (wait > 0) {
      waking = setTimeout(() => {
        waking = undefined;
        orEnd(refresh());
      }, wait).unref();
      return;
    }
    busy = true;
    dirty = false;
    const begun = performance.now();
    send(await options.read());
    restUntil = performance.now() + restAfter(performance.now() - begun);
    busy = false;
    if (dirty) await refresh();
  }

  function orEnd(work: Promise<void>): void {
    work.catch((error: unknown) => {
      options.onError(error);
      stream.end();
    });
  }

  let stamp = '';
  let isPolling = false;
  async function poll(): Promise<void> {
    if (isPolling) return;
    isPolling = true;
    const latest = await options.stamp();
    if (latest !== stamp) await refresh();
    stamp = latest;
    isPolling = false;
  }

  async function keepAlive(): Promise<void> {
    if (await options.mayGoOn()) write(': still here\n\n');
    else stream.end();
  }

  // Before the first reading: what happens during it must not be missed.
  const unsubscribe = options.subscribe(() => orEnd(refresh()));
  const timer = setInterval(() => orEnd(keepAlive()), options.keepAliveMs).unref();
  const poller = setInterval(() => orEnd(poll()), options.pollMs).unref();
  stream.once('close', () => {
    clearInterval(timer);
    clearInterval(poller);
    clearTimeout(waking);
    unsubscribe();
  });
  try {
    stamp = await options.stamp();
    await refresh();
  } catch (error) {
    stream.destroy();
    throw error;
  }
  return stream;
}
