import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';

export type Inflated =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  /** An encoding that is not known here, or more than the cap. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'broken'; readonly encoding: string };

type Inflater = (bytes: Buffer, options: { readonly maxOutputLength: number }) => Buffer;

const inflaters: Readonly<Record<string, Inflater>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
};

/** Compressed, an answer is kept for a look afterwards up to this size. */
export const mostCompressed = 256 * 1024;

export function isKnownEncoding(encoding: string | undefined): boolean {
  return encoding === undefined || Object.hasOwn(inflaters, encoding.trim().toLowerCase());
}

/** The bytes behind a `Content-Encoding` (RFC 9110 §8.4), where they are at most so many: a bomb is given up at the cap. */
export function inflate(bytes: Buffer, encoding: string | undefined, mostBytes: number): Inflated {
  if (encoding === undefined) return { kind: 'bytes', bytes };
  const name = encoding.trim().toLowerCase();
  const inflater = Object.hasOwn(inflaters, name) ? inflaters[name] : undefined;
  if (inflater === undefined) return { kind: 'unknown' };
  try {
    return { kind: 'bytes', bytes: inflater(bytes, { maxOutputLength: mostBytes }) };
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLarge ? { kind: 'unknown' } : { kind: 'broken', encoding: name };
  }
}
