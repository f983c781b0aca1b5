import { useEffect, useMemo, useState } from 'react';
import type { Bytes } from '../answer';
import { inSlices, atOnce } from '../in-slices';
import type { JsonIndex } from '../json-index/json-index';
import { JsonIndexer } from '../json-index/json-indexer';
import { decoderOf } from '../media-type';
import { LineFinder, type TextLines } from '../rows/text-lines';
import { begunReading, looksLikeJson } from './arriving-text';

/** A body as its views read it. */
export interface Reading {
  /** As UTF-8. */
  readonly bytes: Bytes;
  /** Null where it does not even begin as JSON. */
  readonly json: JsonIndex | null;
  readonly lines: TextLines;
  /** False where bytes were not text, and are shown as �. */
  readonly isValid: boolean;
}

export type ReadingState =
  { readonly kind: 'working'; readonly progress: number } | { readonly kind: 'ready'; readonly reading: Reading };

const mostBytesAtOnce = 256 * 1024;

/** Reads a body for its views: at once where it is short, else in slices. */
export function useReading(body: Bytes | string, contentType: string | null): ReadingState {
  const bytes = useMemo(() => toUtf8(body, contentType), [body, contentType]);
  const short = useMemo(() => (bytes.length <= mostBytesAtOnce ? readAtOnce(bytes) : null), [bytes]);
  const [long, setLong] = useState<{ readonly of: Bytes; readonly state: ReadingState } | null>(null);
  useEffect(() => {
    if (short) return;
    const stop = new AbortController();
    const set = (state: ReadingState): void => setLong({ of: bytes, state });
    void readInSlices(bytes, stop.signal, (progress) => set({ kind: 'working', progress })).then(
      (reading) => reading && set({ kind: 'ready', reading }),
    );
    return () => stop.abort();
  }, [bytes, short]);
  if (short) return { kind: 'ready', reading: short };
  return long?.of === bytes ? long.state : { kind: 'working', progress: 0 };
}

function readAtOnce(bytes: Bytes): Reading {
  const json = looksLikeJson(bytes) ? atOnce(new JsonIndexer(bytes)) : null;
  return { bytes, json: usable(json), lines: atOnce(new LineFinder(bytes)), isValid: isValidUtf8(bytes) };
}

/** What was read of it while it came in is not read again. */
async function readInSlices(
  bytes: Bytes,
  signal: AbortSignal,
  onProgress: (progress: number) => void,
): Promise<Reading | null> {
  const begun = begunReading(bytes);
  const indexer = begun ? begun.indexer : looksLikeJson(bytes) ? new JsonIndexer(bytes) : null;
  const json = indexer ? await inSlices(indexer, signal, onProgress) : null;
  // JSON is shown by its index.
  const isJson = json !== null && json.count > 0 && json.fault === null;
  const lines = isJson ? { bytes, starts: Uint32Array.of(0) } : await inSlices(new LineFinder(bytes), signal);
  if (!lines || signal.aborted) return null;
  const isValid = begun?.isValid ?? isValidUtf8(bytes.subarray(0, mostBytesAtOnce));
  return { bytes, json: usable(json), lines, isValid };
}

/** A text that stops being JSON at its first byte is none. */
function usable(json: JsonIndex | null): JsonIndex | null {
  return json && json.count > 0 ? json : null;
}

/** The check stops within a character where the text was cut: that is not counted. */
function isValidUtf8(bytes: Bytes): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function toUtf8(body: Bytes | string, contentType: string | null): Bytes {
  if (typeof body === 'string') return new TextEncoder().encode(body);
  const decoder = decoderOf(contentType);
  return decoder.encoding === 'utf-8' ? body : new TextEncoder().encode(decoder.decode(body));
}
