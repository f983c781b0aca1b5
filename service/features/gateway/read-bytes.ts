import type { IncomingMessage } from 'node:http';
import { ProblemError } from '../../platform/problem.ts';

export const largestBodyBytes = 10 * 1024 * 1024;

/**
 * The body as it came. Beyond the limit it throws `body-too-large` without having kept more than the limit: at once
 * where `Content-Length` says so, else when it is reached; the connection ends with the answer.
 */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > largestBodyBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      // Read on without keeping it: a client that is still sending would not see the answer.
      if (length > largestBodyBytes) {
        chunks.length = 0;
        reject(tooLarge());
      } else chunks.push(chunk);
    });
    request.once('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.once('error', reject);
    request.once('close', () => reject(new Error('The client went away while it sent the body.')));
  });
}

function tooLarge(): ProblemError {
  return new ProblemError('body-too-large', {
    detail: `The body is larger than ${largestBodyBytes / 1024 / 1024} MB. Send a smaller one.`,
    headers: { connection: 'close' },
  });
}
