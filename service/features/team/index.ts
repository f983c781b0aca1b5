import type { FastifyPluginAsync } from 'fastify';
import type { JourneyConfig } from '../../../contract/portal-config.ts';
import { type Clock, systemClock } from '../../platform/clock.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import type { Database } from '../../platform/database/index.ts';
import type { SessionOfRequest } from '../accounts/index.ts';
import { isGuestOrganization } from '../keys/index.ts';
import type { JourneyProgress, ReadProgress } from '../onboarding/index.ts';
import type { TrafficLog } from '../traffic/index.ts';
import { noteRoutes } from './note-routes.ts';
import { type CohortPartner, partnersOf } from './partners-of.ts';
import { rounds } from './rounds.ts';
import { teamRoutes, type TeamRoutesDeps } from './routes.ts';
import { sqlBoardStore } from './sql-board-store.ts';
import { sqlNoteStore } from './sql-note-store.ts';
import { sqlPartnerStore } from './sql-partner-store.ts';
import { standingLog } from './standing-log.ts';
import { standingOf } from './standing.ts';

export type { CohortPartner } from './partners-of.ts';
export { teamMigrations } from './migrations.ts';

export interface TeamFeature {
  readonly plugin: FastifyPluginAsync;
  /** All partners of a cohort as the board shows them, by name. */
  readonly partnersOf: (journey: JourneyConfig, cohort: string) => Promise<readonly CohortPartner[]>;
  /** To be told of each progress that is read: it waits for nothing. */
  readonly hearProgress: (journey: JourneyConfig, organization: string, progress: JourneyProgress) => void;
}

/**
 * What partner engineers see of all partners: who stands where, since when, and why. Standings are kept as progress is read, by whomever;
 * whoever nobody looks at is looked at in rounds, far from the gateway's way.
 */
export function teamFeature(
  deps: {
    readonly database: Database;
    readonly routes: ContractRoutes;
    readonly journeys: readonly JourneyConfig[];
    readonly traffic: Pick<TrafficLog, 'follow'>;
    readonly read: () => ReadProgress;
    readonly sessionOf: SessionOfRequest;
    /** Origins that the portal's pages stand on beside the service's own. */
    readonly sites: readonly string[];
    readonly log: { warn(details: object, message: string): void; error(details: object, message: string): void };
    readonly clock?: Clock;
  } & Pick<TeamRoutesDeps, 'keysOf' | 'loggedOf' | 'namesOf'>,
): TeamFeature {
  const { database, journeys, log, clock = systemClock } = deps;
  const board = sqlBoardStore(database);
  const partners = sqlPartnerStore(database);
  const notes = sqlNoteStore(database);
  const standings = standingLog({ store: board, log });
  /** Of whom the board knows all that looking could find. */
  const done = new Set<string>();

  const watch = rounds({
    everybody: (isFirst) => (isFirst ? board.organizations() : board.unfinished(journeys.map(({ id }) => id))),
    now: () => clock.now().getTime(),
    log,
    async look(organization) {
      let isDone = await board.noteFirstCall(organization);
      for (const journey of journeys) isDone = (await deps.read()(journey, organization)).complete && isDone;
      if (isDone) done.add(organization);
    },
  });
  deps.traffic.follow(({ organization }) => {
    if (organization === null || isGuestOrganization(organization) || done.has(organization)) return;
    watch.hear(organization);
  });

  return {
    partnersOf: (journey, cohort) => partnersOf(board, journey, cohort),
    hearProgress(journey, organization, progress) {
      if (!isGuestOrganization(organization)) standings.note(organization, standingOf(journey, progress));
    },
    plugin: async (app) => {
      teamRoutes(app, { ...deps, board, partners, notes, hear: watch.hear, flush: () => standings.flush() });
      noteRoutes(app, { ...deps, notes, partners, clock });
      let end: (() => Promise<void>) | undefined;
      app.addHook('onReady', async () => {
        end = watch.start();
      });
      app.addHook('onClose', async () => {
        await end?.();
        await standings.close();
      });
    },
  };
}
