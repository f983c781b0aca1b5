import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Contract } from '../../../contract/model.ts';
import type { LoadedPortal } from '../../../contract/read/index.ts';
import { systemClock } from '../../platform/clock.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { refuseForeignOrigins } from '../../platform/own-origin.ts';
import type { SessionOfRequest } from '../accounts/index.ts';
import { type OpensTo, opensTo } from './opens-to.ts';
import { partnerRoutes } from './partner-routes.ts';
import { sqlAccessStore } from './sql-access-store.ts';
import { type GatedThing, type NoteAccess, teamRoutes } from './team-routes.ts';

export { earlyAccessMigrations } from './migrations.ts';
export type { OpensTo } from './opens-to.ts';

export interface EarlyAccessFeature {
  readonly plugin: FastifyPluginAsync;
  /** Which versions of APIs are there for an organization. */
  readonly opensTo: OpensTo;
  /** Those of the contracts that are there for an organization; for null, for everybody. */
  readonly among: (contracts: readonly Contract[]) => (organization: string | null) => Promise<readonly Contract[]>;
  /** The groups that whoever sent the request is in: all for staff, else those of the organization that they act for. */
  readonly groupsOf: (request: FastifyRequest) => Promise<readonly string[]>;
}

/** Groups of partners for whom something is before it is for everybody: who is in them, and what that opens. */
export function earlyAccessFeature(deps: {
  readonly database: Database;
  readonly routes: ContractRoutes;
  readonly portal: Pick<LoadedPortal, 'access' | 'apis'>;
  readonly sessionOf: SessionOfRequest;
  /** Writes down what somebody did. */
  readonly note: NoteAccess;
  /** What the built site has for groups. */
  readonly gated: () => Promise<readonly GatedThing[]>;
  /** Origins that the portal's pages stand on beside the service's own. */
  readonly sites: readonly string[];
}): EarlyAccessFeature {
  const { portal, sessionOf } = deps;
  const store = sqlAccessStore(deps.database, systemClock);
  const own = refuseForeignOrigins(deps.sites);
  const groups = portal.access.map(({ id }) => id);
  const opens = opensTo(portal, (organization) => store.groupsOf(organization));
  return {
    plugin: async (app) => {
      teamRoutes(app, { ...deps, groups: portal.access, store, own });
      partnerRoutes(app, { ...deps, groups: portal.access, store, own });
    },
    opensTo: opens,
    among: (contracts) => async (organization) => contracts.filter(await opens(organization)),
    async groupsOf(request) {
      if (groups.length === 0) return [];
      const session = await sessionOf(request);
      if (session?.person.isStaff) return groups;
      if (!session?.organization) return [];
      const own = new Set(await store.groupsOf(session.organization.id));
      return groups.filter((id) => own.has(id));
    },
  };
}
