import { randomBytes } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import { type Clock, systemClock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Adopt } from '../../platform/adopt.ts';
import { seal } from '../../platform/secret/index.ts';
import { adoptSpaces, whileStill } from './adopt-spaces.ts';
import { type ControlDeps, sandboxControl } from './control/index.ts';
import { exclusiveSpaces } from './exclusive-space.ts';
import { type Sandbox, sandbox } from './sandbox.ts';
import { sqlSandboxStore } from './sql-sandbox-store.ts';
import type { Witness } from './witness.ts';

export type { SandboxAnswer } from './answer.ts';
export { idempotencyHeader } from './finish.ts';
export { pagingParameter } from './paging.ts';
export { fitSchema } from './fit-schema.ts';
export { newIdFor } from './new-id.ts';
export { plain } from './schema-names.ts';
export { sandboxMigrations } from './migrations.ts';
export type { KeptState, PlayedRequest, Sandbox } from './sandbox.ts';
export type { Item } from './state.ts';
export type { Happened, Played, StateChange, Witness } from './witness.ts';
export { isChangedAt, isMadeAt } from './server-set.ts';
export { type ShownAnswer, shownAnswer } from './shown-answer.ts';

export interface SandboxFeature {
  readonly sandbox: Sandbox;
  /** No routes; while the application runs, what guests left behind is removed once an hour. */
  readonly plugin: FastifyPluginAsync;
  /** Moves the organization's spaces; to be called within `whileStill`. */
  readonly adopt: Adopt;
  /** Runs `work` while nobody in this process is at one of the organization's spaces. */
  whileStill<T>(organization: string, work: () => Promise<T>): Promise<T>;
  /** `/api/v1/sandboxes/…`: reset, seed, snapshots, clock. */
  control(deps: ControlDeps): FastifyPluginAsync;
}

const hourMs = 3_600_000;

/** Plays any API from its contract: what is created can be read, listed, changed and removed, a sandbox an organization. */
export function sandboxFeature(deps: {
  readonly database: Database;
  /** 32 bytes: first answers to idempotency keys are sealed with it. */
  readonly secret: Buffer;
  readonly log?: { error(details: object, message: string): void };
  readonly clock?: Clock;
  readonly witness?: Witness;
}): SandboxFeature {
  const { database, secret, log, clock = systemClock, witness } = deps;
  const spaces = exclusiveSpaces(database, clock);
  const store = sqlSandboxStore(spaces);
  const played = sandbox({ store, clock, random: randomBytes, seal: seal(secret, 'first-answers'), witness });

  async function forgetGuests(): Promise<void> {
    try {
      await played.forgetGuests();
    } catch (error) {
      log?.error({ err: error }, 'what guests left in the sandbox could not be removed; trying again in an hour');
    }
  }

  return {
    sandbox: played,
    adopt: (...which) => adoptSpaces(database.kind, ...which),
    whileStill: (organization, work) => whileStill(spaces, organization, work),
    control: (wanted) => sandboxControl({ spaces, store, catchUp: (...whose) => played.catchUp(...whose) }, wanted),
    plugin: async (app) => {
      let timer: NodeJS.Timeout | undefined;
      app.addHook('onReady', async () => {
        timer = setInterval(() => void forgetGuests(), hourMs).unref();
      });
      app.addHook('onClose', async () => clearInterval(timer));
    },
  };
}
