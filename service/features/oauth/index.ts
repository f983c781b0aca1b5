import { randomBytes } from 'node:crypto';
import type { FastifyBaseLogger, FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Contract } from '../../../contract/model.ts';
import type { LoadedPortal } from '../../../contract/read/index.ts';
import type { AddressLimits } from '../../platform/address-limit.ts';
import { type Clock, systemClock } from '../../platform/clock.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Authenticate, KeysFeature } from '../keys/index.ts';
import { apiScopes, scopeNames } from './api-scopes.ts';
import { withTokens } from './authenticate-token.ts';
import { type ActsFor, consentRoutes } from './consent-routes.ts';
import { clientIssuer } from './issue-client.ts';
import { issuerOf } from './issuers.ts';
import { mountProvider } from './mount.ts';
import { providerConfiguration } from './provider-configuration.ts';
import { lazyProviders } from './providers.ts';
import { oauthRoutes } from './routes.ts';
import { serverSecrets } from './server-secrets.ts';
import { sqlOAuthStore } from './sql-oauth-store.ts';

export { adoptClients } from './adopt-clients.ts';
export { oauthMigrations } from './migrations.ts';
export interface OAuthFeature {
  /** `POST /sandbox-clients`, below `/api/v1`. */
  readonly plugin: FastifyPluginAsync;
  /** Everything below `/oauth/`. */
  readonly server: FastifyPluginAsync;
  /** Takes keys, and access tokens where one is sent. */
  readonly authenticate: Authenticate;
}

const clientsPerMinute = 60;
const requestsPerMinute = 240;

/** The sandbox's authorization server: OAuth 2 as the contracts ask for it, for clients that a guest gets with one press. */
export function oauthFeature(deps: {
  readonly database: Database;
  readonly routes: ContractRoutes;
  readonly contracts: readonly Contract[];
  /** Of those, the ones that are there for an organization; for null, for everybody. */
  readonly contractsOf: (organization: string | null) => Promise<readonly Contract[]>;
  readonly portal: Pick<LoadedPortal, 'url' | 'serviceUrl' | 'guests'>;
  readonly keys: Pick<KeysFeature, 'authenticate' | 'keyOf'>;
  readonly actsFor: ActsFor;
  readonly addressLimits: AddressLimits;
  readonly log: FastifyBaseLogger;
  readonly clock?: Clock;
}): OAuthFeature {
  const { clock = systemClock } = deps;
  const store = sqlOAuthStore(deps.database);
  const scopes = apiScopes(deps.contracts);
  const scopesOf = async (organization: string | null) => apiScopes(await deps.contractsOf(organization));
  const issuer = (request: FastifyRequest) => issuerOf(deps.portal, request);
  const issue = clientIssuer({ store, scopesOf, clock, newId, random: randomBytes });
  const providers = lazyProviders({
    configure: async (one) =>
      providerConfiguration({ issuer: one, scopes, secrets: await serverSecrets(store), store, clock }),
    published: async () => scopeNames(await scopesOf(null)),
    onFault: (err) => deps.log.error({ err }, 'the authorization server could not answer'),
  });
  const limit = deps.addressLimits(requestsPerMinute, 'requests for tokens');
  const mounted = { providers, issuerOf: issuer, limit };
  return {
    plugin: async (app) =>
      oauthRoutes(app, {
        routes: deps.routes,
        keyOf: deps.keys.keyOf,
        issue,
        issuerOf: issuer,
        limit: deps.addressLimits(clientsPerMinute, 'sandbox clients'),
      }),
    server: async (app) => {
      await app.register((scope) => mountProvider(scope, mounted));
      await app.register((scope) => consentRoutes(scope, { ...mounted, scopes, actsFor: deps.actsFor }));
    },
    authenticate: withTokens(deps.keys.authenticate, store, deps.portal.guests.requestsPerMinute),
  };
}
