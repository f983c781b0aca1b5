import { Readable } from 'node:stream';
import type { ConnectionTrouble } from './trouble.ts';

/** An answer as bytes, or as a stream that ends before its time. */
export interface BrokenAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: { readonly bytes: Buffer } | { readonly stream: Readable };
}

/** What a proxy puts in an API's place now and then, whatever type the client asked for. */
const garbage = '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n';

/**
 * What is left of an answer. `reset`: half of it, then `cut` resets the connection. `truncate`: half of it by a head that promises
 * all, and the connection is closed. `garbage`: something else under the same head. Null where there is no body to break: then only
 * the connection is left.
 */
export function brokenAnswer(
  answer: { readonly status: number; readonly headers: BrokenAnswer['headers']; readonly bytes: Buffer },
  trouble: ConnectionTrouble,
  cut: () => void,
): BrokenAnswer | null {
  const { status, headers, bytes } = answer;
  if (trouble === 'garbage') {
    const hasNoBody = status === 204 || status === 304;
    const type = headers['content-type'] ?? 'application/json';
    const body = { bytes: Buffer.from(garbage) };
    return { status: hasNoBody ? 200 : status, headers: { ...headers, 'content-type': type }, body };
  }
  if (bytes.length < 2) return null;
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  const promised = { ...headers, 'content-length': String(bytes.length), connection: 'close' };
  const stream = Readable.from(trouble === 'reset' ? thenCut(half, cut) : [half]);
  return { status, headers: promised, body: { stream } };
}

async function* thenCut(half: Buffer, cut: () => void): AsyncGenerator<Buffer> {
  yield half;
  // The half goes out first: what is written goes to the system at the end of a turn.
  await new Promise((resolve) => setImmediate(resolve));
  cut();
}
