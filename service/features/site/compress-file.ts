import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { byteCache } from './byte-cache.ts';
import type { SiteFile } from './find-file.ts';
import type { Encoding } from './negotiate.ts';

/** A file's bytes in an encoding; rejects where the file cannot be read. */
export type CompressFile = (file: SiteFile, encoding: Encoding) => Promise<Buffer>;

/** Encoders that work at the same time: each takes some megabytes, and more of them than threads gain nothing. */
const AT_ONCE = 2;

/** Compresses a file when it is asked for; keeps `capacity` bytes of what was asked for last. The same is never made twice at a time. */
export function fileCompressor(capacity: number): CompressFile {
  const cache = byteCache(capacity);
  const underWay = new Map<string, Promise<Buffer>>();
  const inTurn = turns(AT_ONCE);
  return async (file, encoding) => {
    const key = `${encoding} ${file.tag} ${file.path}`;
    const known = cache.get(key) ?? underWay.get(key);
    if (known !== undefined) return known;
    const making = inTurn(() => compress(file, encoding));
    underWay.set(key, making);
    try {
      const bytes = await making;
      cache.set(key, bytes);
      return bytes;
    } finally {
      underWay.delete(key);
    }
  };
}

function compress(file: SiteFile, encoding: Encoding): Promise<Buffer> {
  return pipeline(createReadStream(file.path), encoder(encoding, file.size), (bytes) => buffer(bytes));
}

/** Quick ones: what a page is waited for is worth more than its last percent. */
function encoder(encoding: Encoding, bytes: number) {
  if (encoding === 'gzip') return createGzip({ level: 6 });
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_LGWIN } = constants;
  // A window (a power of two) that is larger than the file takes memory and finds nothing more.
  const window = Math.min(22, Math.max(16, Math.ceil(Math.log2(bytes))));
  const params = { [BROTLI_PARAM_QUALITY]: 5, [BROTLI_PARAM_SIZE_HINT]: bytes, [BROTLI_PARAM_LGWIN]: window };
  return createBrotliCompress({ params });
}

/** Lets `atOnce` tasks run, and the others wait in the order in which they came. */
function turns(atOnce: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
