import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { ProblemError, problemMediaType, toProblemJson } from './problem.ts';

/** What `clientError` of `node:http` says: its own codes, and those of its parser. */
type ClientFault = Error & { readonly code?: string };

const lingerMs = 1000;

/** Bytes that are not HTTP, or a request that is too large or too slow to become one: answered once, and the connection ends. */
export function refuseBytes(error: ClientFault, socket: Socket, siteUrl: string): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemOf(error);
  const body = JSON.stringify(toProblemJson(problem, { siteUrl }));
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    `content-type: ${problemMediaType}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  // Bytes that nobody takes reset the connection, and the answer with it: they are taken for a moment, unread (RFC 9112 §9.6).
  socket.removeAllListeners('data').resume();
  setTimeout(() => socket.destroy(), lingerMs).unref();
}

function problemOf({ code }: ClientFault): ProblemError {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new ProblemError('request-timeout', {
        detail: 'The request did not arrive in time. Send it again, faster or in smaller pieces.',
      });
    case 'HPE_HEADER_OVERFLOW':
      return new ProblemError('head-too-large', {
        detail: 'The request line and the headers are larger than 16 KB together. Send less of them.',
      });
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return new ProblemError('body-too-large', {
        detail: 'The chunks of the body have extensions of more than 16 KB.',
      });
    default:
      return new ProblemError('request-invalid', {
        detail: 'What was sent is not an HTTP request that this service can read: it is malformed.',
      });
  }
}
