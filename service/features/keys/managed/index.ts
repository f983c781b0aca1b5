import { randomBytes } from 'node:crypto';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Contract } from '../../../../contract/model.ts';
import type { AddressLimit } from '../../../platform/address-limit.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { ContractRoutes } from '../../../platform/contract-routes/index.ts';
import { newId } from '../../../platform/ids.ts';
import { ProblemError } from '../../../platform/problem.ts';
import { grantableScopes } from '../key-scopes.ts';
import type { KeyStore } from '../key-store.ts';
import type { AuditKeys } from './audit.ts';
import { keyDesk } from './key-desk.ts';
import type { LastUses } from './last-uses.ts';
import type { ManagedKeyStore } from './managed-key-store.ts';
import type { KeyPolicy } from './new-key.ts';
import { managedKeyRoutes, type ManagedKeyRoutesDeps } from './routes.ts';
import { sessionKeyIssuer } from './session-key.ts';

export interface ManagedKeysDeps extends Pick<ManagedKeyRoutesDeps, 'namesOf' | 'isOrganization' | 'onLaunch'> {
  readonly routes: ContractRoutes;
  /** Whose scopes an organization's keys can be given. */
  readonly contractsOf: (organization: string) => Promise<readonly Contract[]>;
  readonly policy: KeyPolicy;
  readonly sessionOf: (request: FastifyRequest) => Promise<{
    readonly person: { readonly id: string };
    readonly organization: { readonly id: string } | null;
  } | null>;
  readonly audit: AuditKeys;
}

/** `/api/v1/keys` and what belongs to it: what people do with their organization's keys. */
export function managedKeys(
  own: {
    readonly keys: KeyStore;
    readonly store: ManagedKeyStore;
    readonly uses: LastUses;
    readonly clock: Clock;
    readonly sites: readonly string[];
    readonly limit: AddressLimit;
    readonly forget: () => void;
  },
  deps: ManagedKeysDeps,
): FastifyPluginAsync {
  const { store, clock, uses, forget } = own;
  const { policy, audit } = deps;
  const grantableOf = async (organization: string) => grantableScopes(await deps.contractsOf(organization));
  const making = { clock, newId, random: randomBytes };
  const desk = keyDesk({ ...making, store, policy, grantableOf, audit, forget });
  const { requestsPerMinute } = policy;
  const issueSessionKey = sessionKeyIssuer({ ...making, store: own.keys, requestsPerMinute });
  return async (app) => {
    managedKeyRoutes(app, {
      ...{ routes: deps.routes, namesOf: deps.namesOf, isOrganization: deps.isOrganization, policy, grantableOf },
      onLaunch: deps.onLaunch,
      ...{ sites: own.sites, limit: own.limit, store, clock, desk, issueSessionKey },
      flushUses: () => uses.flush(),
      actorOf: async (request) => {
        const session = await deps.sessionOf(request);
        // The contract's `security` lets nobody through whom this could be.
        if (!session?.organization) throw new ProblemError('role-insufficient');
        const userAgent = request.headers['user-agent'];
        return { person: session.person.id, organization: session.organization.id, ...(userAgent && { userAgent }) };
      },
    });
    app.addHook('onClose', () => uses.close());
  };
}
