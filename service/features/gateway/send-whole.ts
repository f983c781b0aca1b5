import type { FastifyReply } from 'fastify';

interface WholeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly bytes: Buffer | undefined;
  /** Whether the connection is to end with it. */
  readonly isLast: boolean;
}

/** Beyond, copying costs more than a second piece. */
const mostJoinedBytes = 8 * 1024;

/**
 * Answers with what is there already, head and body in one write. Not by `reply.send`, whose hooks and streams cost more than the write;
 * the headers that were set on the reply are kept.
 */
export function sendWhole(reply: FastifyReply, { status, headers, bytes, isLast }: WholeAnswer): void {
  const all: Record<string, string | string[] | number | undefined> = { ...reply.getHeaders(), ...headers };
  const isHead = reply.request.method === 'HEAD';
  // RFC 9110 §8.6: a 204 has no length, a 304 and an answer to HEAD say that of another.
  if (status === 204) {
    delete all['content-length'];
    if (bytes) delete all['content-type'];
  } else if (bytes ? !isHead || all['content-length'] === undefined : !isHead && status !== 304) {
    all['content-length'] = bytes?.length ?? 0;
  }
  if (isLast) all.connection = 'close';
  reply.hijack();
  reply.raw.writeHead(status, all);
  // Node joins text to the head, and hands one piece to the system instead of two. Each byte is one character of it, and back.
  if (bytes && bytes.length <= mostJoinedBytes) reply.raw.end(bytes.toString('latin1'), 'latin1');
  else reply.raw.end(bytes);
}
