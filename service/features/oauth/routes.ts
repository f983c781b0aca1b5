import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AddressLimit } from '../../platform/address-limit.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import type { KeyOfRequest } from '../keys/index.ts';
import type { IssueClient } from './issue-client.ts';
import type { Issuer } from './issuers.ts';
import type { ClientKind } from './sandbox-client.ts';

type ClientRequest = FastifyRequest<{ Body: { api: string; kind: ClientKind } }>;

export function oauthRoutes(
  app: FastifyInstance,
  deps: {
    readonly routes: ContractRoutes;
    readonly keyOf: KeyOfRequest;
    readonly issue: IssueClient;
    readonly issuerOf: (request: FastifyRequest) => Issuer;
    readonly limit: AddressLimit;
  },
): void {
  deps.routes.add(
    app,
    'createSandboxClient',
    async (request: ClientRequest, reply) => {
      const key = await deps.keyOf(request);
      const issuer = deps.issuerOf(request);
      const { client, secret } = await deps.issue({ ...request.body, key, issuer });
      void reply.code(201).header('cache-control', 'no-store');
      return {
        client_id: client.id,
        ...(secret !== null && { client_secret: secret }),
        api: client.api,
        organization: client.organization,
        scopes: client.scopes.map(([name, text]) => ({ name, text })),
        redirect_uri: client.redirectUri,
        issuer: issuer.url,
        authorization_endpoint: `${issuer.url}/authorize`,
        token_endpoint: `${issuer.url}/token`,
        device_authorization_endpoint: `${issuer.url}/device/authorize`,
        revocation_endpoint: `${issuer.url}/revoke`,
        expires_at: client.expiresAt.toISOString(),
      };
    },
    [deps.limit],
  );
}
