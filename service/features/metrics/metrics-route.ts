import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../../platform/problem.ts';
import { type Metric, metricsMediaType, toText } from './text-format.ts';

/** Who may read the metrics: nobody, who has the token, or everybody who reaches the service. */
export type MetricsAccess =
  { readonly kind: 'closed' } | { readonly kind: 'token'; readonly token: string } | { readonly kind: 'open' };

export function metricsRoute(app: FastifyInstance, access: MetricsAccess, metrics: () => readonly Metric[]): void {
  app.get('/metrics', async (request, reply) => {
    if (access.kind === 'token') requireToken(access.token, request.headers.authorization);
    void reply.type(metricsMediaType).header('cache-control', 'no-store');
    return toText(metrics());
  });
}

function requireToken(token: string, authorization: string | undefined): void {
  const presented = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
  // Hashed first: both have one length then, and the time says nothing of either.
  if (presented !== undefined && timingSafeEqual(digest(presented), digest(token))) return;
  throw new ProblemError(presented === undefined ? 'key-missing' : 'key-unknown', {
    detail: 'Send the token of the metrics, PORTAL_METRICS_TOKEN, as "Authorization: Bearer …".',
    headers: { 'www-authenticate': 'Bearer' },
  });
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
