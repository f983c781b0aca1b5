import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError, problemMediaType, toProblemJson } from './problem.ts';
import type { TurnWatch } from './turn-watch.ts';

/** A page is many files, and a browser does not ask again for one that was refused. */
const isShed = /^\/(?:api|gateway)\//;
const tellEveryMs = 10_000;

/**
 * Refuses with `overloaded` what comes late in a turn of the event loop, before anything is done for it: neither is it looked up, nor
 * recorded, nor logged but for their number. Returns whether a request was refused so.
 */
export function refuseLate(
  app: FastifyInstance,
  { siteUrl, turn }: { readonly siteUrl: string; readonly turn: TurnWatch },
): (request: FastifyRequest) => boolean {
  const problem = new ProblemError('overloaded', {
    detail: 'More comes than the service can do. Nothing was done: send the request again in a second.',
  });
  const body = JSON.stringify(toProblemJson(problem, { siteUrl }));
  const headers = {
    'content-type': problemMediaType,
    'content-length': Buffer.byteLength(body),
    'retry-after': '1',
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': '*',
  };
  const refused = new WeakSet<FastifyRequest>();
  let count = 0;
  let toldAt = -Infinity;
  app.addHook('onRequest', (request, reply, done) => {
    if (!turn.isLate() || !isShed.test(request.url)) return done();
    refused.add(request);
    count += 1;
    reply.hijack();
    reply.raw.writeHead(problem.status, headers).end(body);
    if (performance.now() - toldAt < tellEveryMs) return;
    toldAt = performance.now();
    app.log.warn({ refused: count }, 'more comes than this process can do; requests are refused');
    count = 0;
  });
  return (request) => refused.has(request);
}
