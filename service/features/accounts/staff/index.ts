import type { FastifyInstance } from 'fastify';
import type { AddressLimit } from '../../../platform/address-limit.ts';
import { systemClock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/index.ts';
import { ownAddress } from '../../../platform/own-address.ts';
import { firstStaff } from './first-staff.ts';
import { sqlStaffStore } from './sql-staff-store.ts';
import { staffPage } from './staff-page.ts';
import { type StaffDeps, staffRoutes } from './staff-routes.ts';

export { staffMigrations } from './migrations.ts';

/** The team that runs the portal: who belongs to it, and how the first one comes to it. */
export function staffPart(
  deps: Omit<StaffDeps, 'store' | 'clock'> & {
    readonly database: Database;
    readonly portal: { readonly url: string; readonly serviceUrl: string };
    readonly limit: AddressLimit;
    /** Tells whoever started the service. */
    readonly announce: (line: string) => void;
  },
): {
  readonly routes: (app: FastifyInstance) => void;
  readonly page: (app: FastifyInstance) => Promise<void>;
} {
  const { database, portal, sessionOf, audit, limit, announce } = deps;
  const store = sqlStaffStore(database);
  const clock = systemClock;
  const first = firstStaff({ store, clock, isAnyConfigured: deps.configured.size > 0 });
  return {
    routes(app) {
      staffRoutes(app, { ...deps, store, clock });
      app.addHook('onListen', async () => {
        const { protocol, host } = new URL(app.listeningOrigin);
        // The name that the start says: a session of `localhost` is none of `127.0.0.1`.
        const named = { protocol: protocol.slice(0, -1), host: host.replace(/^127\.0\.0\.1(?=:)/, 'localhost') };
        const link = await first.link(ownAddress(portal, named).service);
        if (link === null) return;
        announce(`Nobody is staff yet. Sign in, then open this link within a day to become staff: ${link}`);
      });
    },
    page: (app) => staffPage(app, { sessionOf, first, audit, portal, limit }),
  };
}
