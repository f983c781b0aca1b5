import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import type { Contract } from '../../../contract/model.ts';
import { ProblemError } from '../../platform/problem.ts';
import { type Facts, needed, type UpstreamAnswer } from './facts.ts';
import type { Upstream } from './forward.ts';
import { answerHeaders, requestHeaders } from './forwarded-headers.ts';

/**
 * The portal's own service as an upstream: Fastify's `inject`, so no socket and no second port. With `payloadAsStream`
 * it gives the answer when its head is there, and so a stream of events goes through as it comes. When the client
 * goes away, the request behind is ended, too.
 */
export function serviceUpstream(app: Pick<FastifyInstance, 'inject'>): Upstream {
  return async (facts: Facts) => {
    const { contract } = needed(facts.served, 'served');
    const address = needed(facts.address, 'address');
    const input = needed(facts.input, 'input');
    const query = address.query === '' ? '' : `?${address.query}`;
    const answer = await app.inject({
      method: facts.request.method,
      url: basePath(contract) + address.path + query,
      headers: requestHeaders(facts.request.headers, facts.request.requestId),
      remoteAddress: facts.request.address,
      ...(input.bytes.length > 0 && { payload: input.bytes }),
      payloadAsStream: true,
      signal: facts.request.gone,
    });
    return toAnswer(answer.statusCode, answer.headers, answer.stream());
  };
}

async function toAnswer(
  status: number,
  sent: Parameters<typeof answerHeaders>[0],
  stream: Readable,
): Promise<UpstreamAnswer> {
  const headers = answerHeaders(sent);
  if (status === 204 || status === 304) {
    stream.resume();
    return { status, headers, body: { kind: 'none' } };
  }
  if (isEndless(headers)) return { status, headers, body: { kind: 'stream', stream } };
  return { status, headers, body: { kind: 'bytes', bytes: await buffer(stream) } };
}

function isEndless(headers: Readonly<Record<string, string | string[]>>): boolean {
  return /^text\/event-stream\b/i.test(String(headers['content-type'] ?? ''));
}

/** The path of the contract's first server: `/api/v1`. */
function basePath(contract: Contract): string {
  const url = contract.servers[0]?.url ?? '';
  if (url.startsWith('/')) return url.replace(/\/$/, '');
  if (URL.canParse(url)) return new URL(url).pathname.replace(/\/$/, '');
  throw new ProblemError('upstream-unavailable', {
    detail: `${contract.file} names no server, so the portal does not know where its own API is. Add "servers: [{ url: /api/v1 }]".`,
  });
}
