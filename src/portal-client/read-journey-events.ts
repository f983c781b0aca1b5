import { createParser } from 'eventsource-parser';
import type { JourneyProgress } from './create-portal-client';
import { isRecord } from './problem';

const longestSilenceMilliseconds = 40_000;
const longestEventCharacters = 1_000_000;

/**
 * Reads `progress` events from a stream until it ends, and hands each on. The service writes a comment every 15
 * seconds, so a connection that is silent for longer than that is dead: reading ends then too.
 */
export async function readJourneyEvents(
  stream: ReadableStream<Uint8Array>,
  onProgress: (progress: JourneyProgress) => void,
): Promise<void> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  const parser = createParser({
    maxBufferSize: longestEventCharacters,
    onEvent: ({ event, data }) => {
      const progress = event === 'progress' ? parseProgress(data) : null;
      if (progress) onProgress(progress);
    },
  });
  try {
    for (;;) {
      const read = await orSilence(reader.read());
      if (read === 'silent' || read.done) return;
      parser.feed(decoder.decode(read.value, { stream: true }));
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** Null for anything that is not a journey's progress: a proxy's error page, half an event. */
export function parseProgress(data: string): JourneyProgress | null {
  try {
    const value: unknown = JSON.parse(data);
    return isProgress(value) ? value : null;
  } catch {
    return null;
  }
}

function isProgress(value: unknown): value is JourneyProgress {
  return (
    isRecord(value) && typeof value.journey === 'string' && Array.isArray(value.steps) && value.steps.every(isStep)
  );
}

function isStep(value: unknown): boolean {
  return isRecord(value) && typeof value.id === 'string' && ['proven', 'next', 'waiting'].includes(String(value.state));
}

function orSilence<Value>(reading: Promise<Value>): Promise<Value | 'silent'> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve('silent'), longestSilenceMilliseconds);
    reading.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
