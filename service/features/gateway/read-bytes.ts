import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../../platform/problem.ts';

/** Where nothing else is configured. */
export const largestBodyBytes = 10 * 1024 * 1024;

/** How long what nobody wants is still taken. */
const lingerMs = 2000;

/**
 * The body as it came. Beyond the limit it throws `body-too-large` without having kept more than the limit. Before that, what still comes
 * is taken for up to two seconds, unread: a client that is still sending when the connection ends would not see the answer (RFC 9112 §9.6).
 */
export async function readBytes(request: IncomingMessage, largest = largestBodyBytes): Promise<Buffer> {
  if (!hasBody(request)) return nothing;
  if (Number(request.headers['content-length'] ?? 0) > largest) {
    await discard(request);
    throw tooLarge(largest);
  }
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= largest) return;
      chunks.length = 0;
      request.off('data', take);
      void discard(request).then(() => reject(tooLarge(largest)));
    };
    request.on('data', take);
    request.once('end', () => {
      if (length <= largest) resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
    });
    request.once('error', reject);
    request.once('close', () => {
      if (!request.complete) reject(new Error('The client went away while it sent the body.'));
    });
  });
}

const nothing = Buffer.alloc(0);

/** RFC 9112 §6.3: a request that announces no body has none, and there is no end to wait for. */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

/** Resolves at the end of the body, or when enough was taken of it. */
function discard(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const end = setTimeout(resolve, lingerMs);
    request.once('close', () => {
      clearTimeout(end);
      resolve();
    });
    request.resume();
  });
}

function tooLarge(largest: number): ProblemError {
  return new ProblemError('body-too-large', {
    detail: `The body is larger than ${largest / 1024 / 1024} MB. Send a smaller one.`,
    headers: { connection: 'close' },
  });
}
