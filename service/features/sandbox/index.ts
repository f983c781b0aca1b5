import { randomBytes } from 'node:crypto';
import { type Clock, systemClock } from '../../platform/clock.ts';
import type { Database, FeatureMigration } from '../../platform/database/index.ts';
import { sandboxMigrations } from './migrations.ts';
import { type Sandbox, sandbox } from './sandbox.ts';
import { sqlSandboxStore } from './sql-sandbox-store.ts';

export type { SandboxAnswer } from './answer.ts';
export { idempotencyHeader } from './finish.ts';
export { sandboxMigrations } from './migrations.ts';
export type { PlayedRequest, Sandbox } from './sandbox.ts';

export interface SandboxFeature {
  readonly sandbox: Sandbox;
  readonly migrations: readonly FeatureMigration[];
}

/** Plays any API from its contract: what is created can be read, listed, changed and removed, a sandbox an organization. */
export function sandboxFeature(deps: { readonly database: Database; readonly clock?: Clock }): SandboxFeature {
  const { database, clock = systemClock } = deps;
  const store = sqlSandboxStore(database, clock);
  return { sandbox: sandbox({ store, clock, random: randomBytes }), migrations: sandboxMigrations };
}
