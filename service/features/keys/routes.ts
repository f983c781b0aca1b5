import type { FastifyInstance } from 'fastify';
import type { AddressLimit } from '../../platform/address-limit.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import { refuseForeignOrigins } from '../../platform/own-origin.ts';
import { readGuestCookie, setGuestCookie } from './guest-cookie.ts';
import type { IssueGuestKey } from './issue-guest-key.ts';

export function keysRoutes(
  app: FastifyInstance,
  deps: { routes: ContractRoutes; issue: IssueGuestKey; limit: AddressLimit; sites: readonly string[] },
): void {
  deps.routes.add(
    app,
    'createGuestKey',
    async (request, reply) => {
      const { text, key, token } = await deps.issue(readGuestCookie(request));
      setGuestCookie(request, reply, token);
      void reply.code(201).header('cache-control', 'no-store');
      return {
        key: text,
        environment: key.environment,
        organization: key.organization,
        expires_at: key.expiresAt.toISOString(),
        requests_per_minute: key.requestsPerMinute,
      };
    },
    [refuseForeignOrigins(deps.sites), deps.limit],
  );
}
