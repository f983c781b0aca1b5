import type { FastifyCorsOptions } from '@fastify/cors';

const preflightSeconds = 600;

/**
 * CORS (https://fetch.spec.whatwg.org/#http-cors-protocol) for a site that stands on another origin than the service:
 * that origin only, with the guest's cookie. The gateway has rules of its own: it takes keys and no cookies.
 */
export function crossOriginOptions(siteOrigin: string): FastifyCorsOptions {
  return {
    origin: [siteOrigin],
    credentials: true,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: ['location', 'request-id', 'retry-after'],
    maxAge: preflightSeconds,
  };
}
