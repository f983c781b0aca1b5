import { randomBytes } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import type { SandboxDb } from './sandbox-tables.ts';
import { freshSpace, type Space, type SpaceFacts } from './sandbox-store.ts';

/** A space as its row says it. */
export interface SpaceRow extends SpaceFacts {
  /** Names the rows that the space consists of; of a space that nobody changed there are none. */
  readonly generation: string;
}

const nothing: SpaceRow = { ...freshSpace, generation: '' };

export function newGeneration(): string {
  return randomBytes(12).toString('base64url');
}

export async function readSpace(db: SandboxDb, space: Space): Promise<SpaceRow> {
  const row = await db
    .selectFrom('sandbox_spaces')
    .where('organization', '=', space.organization)
    .where('api', '=', space.api)
    .where('version', '=', space.version)
    .select(['generation', 'has_examples', 'clock_offset_ms'])
    .executeTakeFirst();
  if (row === undefined) return nothing;
  return { generation: row.generation, hasExamples: row.has_examples === 1, clockOffsetMs: row.clock_offset_ms };
}

/** For a change: the space gets its row with the first one. To be called by whoever has the space for himself. */
export async function openSpace(db: SandboxDb, space: Space, clock: Clock): Promise<SpaceRow> {
  const found = await readSpace(db, space);
  if (found.generation !== '') return found;
  const opened = { ...nothing, generation: newGeneration() };
  await writeSpace(db, space, opened, clock);
  return opened;
}

export async function writeSpace(db: SandboxDb, space: Space, row: SpaceRow, clock: Clock): Promise<void> {
  const { organization, api, version } = space;
  const values = {
    generation: row.generation,
    has_examples: row.hasExamples ? 1 : 0,
    clock_offset_ms: row.clockOffsetMs,
    changed_at: clock.now().toISOString(),
  };
  await db
    .insertInto('sandbox_spaces')
    .values({ organization, api, version, ...values })
    .onConflict((conflict) => conflict.columns(['organization', 'api', 'version']).doUpdateSet(values))
    .execute();
}
