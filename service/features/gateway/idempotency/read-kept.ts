import { Readable } from 'node:stream';
import type { AnswerBody } from '../facts.ts';

/** What of an answer was read: all of it, or a stream that begins with what was read already. */
export type ReadBody =
  { readonly kind: 'whole'; readonly bytes: Buffer } | { readonly kind: 'longer'; readonly stream: Readable };

/** Reads up to so many bytes. Rejects where the answer breaks off. */
export async function readKept(body: AnswerBody, mostBytes: number): Promise<ReadBody> {
  if (body.kind === 'none') return { kind: 'whole', bytes: Buffer.alloc(0) };
  if (body.kind === 'bytes') return { kind: 'whole', bytes: body.bytes };
  const chunks: Buffer[] = [];
  let bytes = 0;
  const pieces = body.stream[Symbol.asyncIterator]() as AsyncIterableIterator<Buffer>;
  for (;;) {
    const next = await pieces.next();
    if (next.done) return { kind: 'whole', bytes: Buffer.concat(chunks) };
    chunks.push(next.value);
    bytes += next.value.length;
    if (bytes > mostBytes)
      return { kind: 'longer', stream: Readable.from(rest(chunks, pieces), { objectMode: false }) };
  }
}

async function* rest(chunks: readonly Buffer[], pieces: AsyncIterableIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* chunks;
    for (;;) {
      const next = await pieces.next();
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // Whoever goes away takes the upstream's answer along.
    await pieces.return?.();
  }
}
