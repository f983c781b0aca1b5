import { attributes, type OtlpSpan } from './otlp-span.ts';
import type { OtlpSettings } from './otlp-settings.ts';

export interface SpanState {
  readonly exported: number;
  /** Given up: no room in the queue, refused by the collector, or not taken after some attempts. */
  readonly dropped: number;
  /** Posts that failed. */
  readonly failures: number;
}

export interface SpanExporter {
  /** Never waits: beyond the room of the queue, spans are dropped and counted. */
  add(spans: readonly OtlpSpan[]): void;
  state(): SpanState;
  /** Sends what waits, for at most some seconds. */
  close(): Promise<void>;
}

export interface SpanExporterOptions {
  readonly settings: OtlpSettings;
  readonly log: { warn(details: object, message: string): void };
  readonly capacity?: number;
  readonly batchSize?: number;
  readonly everyMs?: number;
  /** Waits of this length, times two with each, come between attempts. */
  readonly retryMs?: number;
}

const attempts = 4;
const closeWithinMs = 5000;
/** OTLP/HTTP, "Failures": what may be sent again. */
const retryable = new Set([429, 502, 503, 504]);

/** Posts spans in batches, one at a time, as OTLP over HTTP in JSON (https://opentelemetry.io/docs/specs/otlp/#otlphttp). */
export function spanExporter(options: SpanExporterOptions): SpanExporter {
  const { settings, log, capacity = 4096, batchSize = 512, everyMs = 2000, retryMs = 500 } = options;
  let waiting: OtlpSpan[] = [];
  let sending: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  const total = { exported: 0, dropped: 0, failures: 0 };
  const stop = new AbortController();

  const schedule = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      start();
    }, everyMs).unref();
  };
  const start = (): void => {
    clearTimeout(timer);
    timer = undefined;
    sending ??= sendAll().finally(() => {
      sending = null;
      if (waiting.length > 0) schedule();
    });
  };
  const sendAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, batchSize);
      waiting = waiting.slice(batchSize);
      if (await sent(batch)) total.exported += batch.length;
      else total.dropped += batch.length;
    }
  };
  const sent = async (batch: readonly OtlpSpan[]): Promise<boolean> => {
    const body = JSON.stringify(request(settings, batch));
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await post(settings, body, stop.signal);
      if (outcome === 'taken') return true;
      total.failures += 1;
      const isLast = outcome === 'refused' || attempt >= attempts || stop.signal.aborted;
      if (attempt === 1 || isLast)
        log.warn(
          { spans: batch.length, attempt, outcome, isGivenUp: isLast },
          'spans could not be sent to the collector',
        );
      if (isLast) return false;
      await pause(retryMs * 2 ** (attempt - 1), stop.signal);
    }
  };

  return {
    add(spans) {
      const room = capacity - waiting.length;
      waiting.push(...spans.slice(0, Math.max(0, room)));
      total.dropped += Math.max(0, spans.length - Math.max(0, room));
      if (waiting.length >= batchSize) start();
      else schedule();
    },
    state: () => ({ ...total }),
    async close() {
      const patience = setTimeout(() => stop.abort(), closeWithinMs);
      start();
      await sending;
      clearTimeout(timer);
      clearTimeout(patience);
    },
  };
}

function request({ resource }: OtlpSettings, spans: readonly OtlpSpan[]) {
  const scopeSpans = [{ scope: { name: 'portolan.gateway' }, spans }];
  return { resourceSpans: [{ resource: { attributes: attributes(resource) }, scopeSpans }] };
}

async function post(
  { url, headers, timeoutMs }: OtlpSettings,
  body: string,
  stop: AbortSignal,
): Promise<'taken' | 'refused' | 'failed'> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
      redirect: 'error',
      signal: AbortSignal.any([stop, AbortSignal.timeout(timeoutMs)]),
    });
    await answer.body?.cancel();
    if (answer.ok) return 'taken';
    return retryable.has(answer.status) ? 'failed' : 'refused';
  } catch {
    return 'failed';
  }
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
