import type { FastifyInstance } from 'fastify';
import { systemClock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/index.ts';
import type { OwnAddress } from '../../../platform/own-address.ts';
import { approvalLetters } from './approval-letters.ts';
import { type ApprovalRoutesDeps, approvalRoutes } from './approval-routes.ts';
import { sqlApprovalStore } from './sql-approval-store.ts';

export { approvalMigrations } from './migrations.ts';

/** Whether somebody whose address is confirmed may come in. Where they may not, they wait, and the staff hear of it once. */
export type Admits = (person: string, address: OwnAddress) => Promise<boolean>;

export interface ApprovalPart {
  readonly admits: Admits;
  /** Whoever is invited needs no approval. */
  readonly approveAddress: (email: string) => Promise<void>;
  readonly routes: (app: FastifyInstance, rest: Pick<ApprovalRoutesDeps, 'sessionOf'>) => void;
}

/** Signing up by approval: `accounts.signUp: 'approval'`. With another setting everybody who has an account may come in. */
export function approvalPart(
  deps: Omit<ApprovalRoutesDeps, 'sessionOf' | 'store' | 'clock'> & {
    readonly database: Database;
    /** Addresses of the configuration's staff, in lower case: they need no approval. */
    readonly configured: ReadonlySet<string>;
    /** Addresses of all staff. */
    readonly staff: () => Promise<readonly string[]>;
  },
): ApprovalPart {
  const { mail, portal, signUp } = deps;
  const store = sqlApprovalStore(deps.database);
  const clock = systemClock;
  const isAsked = signUp === 'approval';
  return {
    async admits(person, { site }) {
      if (!isAsked) return true;
      const staff = await deps.staff();
      const letters = approvalLetters({ portal: portal.brand.name, site });
      return store.admits(person, clock.now(), deps.configured, async (who, transaction) => {
        for (const address of staff) await mail.send(letters.waits(address, who), transaction);
      });
    },
    approveAddress: async (email) => {
      if (isAsked) await store.approveAddress(email, clock.now());
    },
    routes(app, { sessionOf }) {
      app.addHook('onReady', () => (isAsked ? store.begin(clock.now()) : store.end()));
      approvalRoutes(app, { ...deps, sessionOf, store, clock });
    },
  };
}
