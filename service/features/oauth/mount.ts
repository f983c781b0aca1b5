import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AddressLimit } from '../../platform/address-limit.ts';
import { answering } from './asked-by.ts';
import type { Issuer } from './issuers.ts';
import type { Providers } from './providers.ts';

/** Where the library says who it is (RFC 8414 §3.1 puts the issuer's path behind). */
const wellKnown = '/.well-known/oauth-authorization-server';

export interface MountDeps {
  readonly providers: Providers;
  readonly issuerOf: (request: FastifyRequest) => Issuer;
  readonly limit: AddressLimit;
}

/** Hands every request below `/oauth/` to the library, before its body is read. */
export async function mountProvider(app: FastifyInstance, deps: MountDeps): Promise<void> {
  app.addHook('onRequest', async (request, reply) => {
    await deps.limit(request);
    await handOver(request, reply, deps);
    return reply;
  });
  for (const url of ['/oauth', '/oauth/*', `${wellKnown}/oauth`]) {
    app.all(url, () => {
      throw new Error('The authorization server answers before its routes are reached.');
    });
  }
}

async function handOver(request: FastifyRequest, reply: FastifyReply, deps: MountDeps): Promise<void> {
  const issuer = deps.issuerOf(request);
  const provider = await deps.providers(issuer);
  pretend(request, issuer);
  const raw = Object.assign(request.raw, { originalUrl: request.raw.url });
  const target = (raw.url ?? '').slice('/oauth'.length);
  raw.url = request.url.startsWith(`${wellKnown}/`) ? wellKnown : target.startsWith('/') ? target : `/${target}`;
  raw.originalUrl = `/oauth${raw.url}`;
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
  reply.hijack();
  await answering(raw.url, () => provider.callback()(raw, reply.raw));
}

/** Addresses that the library makes are the issuer's, whatever the client or a proxy says of host and scheme. */
export function pretend({ raw, ip }: FastifyRequest, issuer: Issuer): void {
  const { host, protocol } = new URL(issuer.url);
  Object.assign(raw.headers, {
    'x-forwarded-host': host,
    'x-forwarded-proto': protocol.slice(0, -1),
    'x-forwarded-for': ip,
  });
}
