import { randomInt } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import { type Clock, systemClock } from '../../platform/clock.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import type { Database } from '../../platform/database/index.ts';
import type { KeyOfRequest } from '../keys/index.ts';
import { knownRuns } from './known-runs.ts';
import { type MeetTrouble, meetTrouble } from './meet-trouble.ts';
import { troubleRoutes } from './routes.ts';
import type { ScenarioRun } from './scenario-run.ts';
import { sqlScenarioStore } from './sql-scenario-store.ts';
import { type After, waits } from './waits.ts';

export { adoptTrouble } from './adopt-trouble.ts';
export { brokenAnswer } from './broken-answer.ts';
export type { MeetTrouble, MetTrouble } from './meet-trouble.ts';
export { troubleMigrations } from './migrations.ts';
export type { ScenarioRun } from './scenario-run.ts';
export { skewedValue } from './skewed-value.ts';
export { type InsteadAnswer, troubleHeader } from './trouble.ts';
export type { TroubledRequest } from './troubled-request.ts';

export interface TroubleFeature {
  /** What is to go wrong with a request to the sandbox. */
  readonly meet: MeetTrouble;
  /** What is switched on for an organization now, for any of its keys: what webhooks go by. From memory, at most 5 seconds old. */
  readonly scenariosOf: (organization: string) => Promise<readonly ScenarioRun[]>;
  /** To be called when scenarios have moved: what is known of them is read anew. */
  readonly forget: () => void;
  /** The routes; closing the application lets go of the answers that are held back. */
  readonly plugin: FastifyPluginAsync;
}

const hourMs = 3_600_000;
const reportsKeptMs = 7 * 24 * hourMs;

/** Trouble on demand, in the sandbox: what a request asks for itself, and scenarios that a key switches on. */
export function troubleFeature(deps: {
  readonly database: Database;
  readonly routes: ContractRoutes;
  readonly keyOf: KeyOfRequest;
  readonly log: { warn(details: object, message: string): void };
  readonly clock?: Clock;
  readonly after?: After;
}): TroubleFeature {
  const { routes, keyOf, log, clock = systemClock } = deps;
  const store = sqlScenarioStore(deps.database);
  const known = knownRuns(store, clock, log);
  const held = waits(deps.after ?? systemAfter);
  const newSeed = () => randomInt(2 ** 31);

  async function forgetReports(): Promise<void> {
    try {
      await store.forget(new Date(clock.now().getTime() - reportsKeptMs));
    } catch (error) {
      log.warn({ err: error }, 'old trouble of the sandbox could not be removed; trying again in an hour');
    }
  }

  return {
    meet: meetTrouble({ waits: held, known, store, clock }),
    scenariosOf: async (organization) => known.of(organization),
    forget: () => known.forget(),
    plugin: async (app) => {
      troubleRoutes(app, { routes, keyOf, store, known, clock, newSeed });
      let timer: NodeJS.Timeout | undefined;
      app.addHook('onReady', async () => {
        timer = setInterval(() => void forgetReports(), hourMs).unref();
      });
      app.addHook('preClose', () => held.endAll());
      app.addHook('onClose', async () => clearInterval(timer));
    },
  };
}

const systemAfter: After = (ms, call) => {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
};
