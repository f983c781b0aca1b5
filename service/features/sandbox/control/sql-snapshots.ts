import type { Selectable } from 'kysely';
import { countsOf, leaveOver, takeBack } from '../generations.ts';
import type { SandboxDb, SandboxTables } from '../sandbox-tables.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Space } from '../sandbox-store.ts';
import type { SpaceRow } from '../space-row.ts';
import { type NewSnapshot, type Snapshot, snapshotLimits, type SnapshotReason } from './space-control.ts';

/** A snapshot with the rows that it consists of. */
export type KeptSnapshot = Snapshot & { readonly generation: string };

/** Newest first. */
export async function snapshotsOf(
  db: SandboxDb,
  { organization, api, version }: Space,
): Promise<readonly KeptSnapshot[]> {
  const rows = await db
    .selectFrom('sandbox_snapshots')
    .selectAll()
    .where('organization', '=', organization)
    .where('api', '=', api)
    .where('version', '=', version)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toSnapshot);
}

/** Makes the generation of `row` a snapshot: nothing may change these rows from now on. */
export async function keepAsSnapshot(
  db: SandboxDb,
  space: Space,
  row: SpaceRow,
  { id, name, reason, count }: NewSnapshot,
  clock: Clock,
): Promise<KeptSnapshot> {
  const { organization, api, version } = space;
  const collections = await countsOf(db, row.generation);
  const columns = {
    id,
    organization,
    api,
    version,
    name,
    reason,
    generation: row.generation,
    has_examples: row.hasExamples ? 1 : 0,
    clock_offset_ms: row.clockOffsetMs,
    items: count(collections, row),
    bytes: collections.reduce((sum, { bytes }) => sum + bytes, 0),
    taken_at: clock.now().toISOString(),
  };
  await db.insertInto('sandbox_snapshots').values(columns).execute();
  await takeBack(db, row.generation);
  return toSnapshot(columns);
}

export async function dropSnapshot(db: SandboxDb, snapshot: KeptSnapshot, clock: Clock): Promise<void> {
  await db.deleteFrom('sandbox_snapshots').where('id', '=', snapshot.id).execute();
  await leaveOver(db, snapshot.generation, clock);
}

/** Of the snapshots that nobody asked for the latest stay, as far as there is room. */
export async function dropOldAutomatic(db: SandboxDb, space: Space, clock: Clock): Promise<void> {
  const all = await snapshotsOf(db, space);
  let bytes = all.filter(({ reason }) => reason === 'taken').reduce((sum, snapshot) => sum + snapshot.bytes, 0);
  for (const [index, snapshot] of all.filter(({ reason }) => reason !== 'taken').entries()) {
    bytes += snapshot.bytes;
    const isLatest = index === 0;
    const isKept = isLatest || (index < snapshotLimits.automatic && bytes <= snapshotLimits.bytes);
    if (!isKept) await dropSnapshot(db, snapshot, clock);
  }
}

function toSnapshot(row: Selectable<SandboxTables['sandbox_snapshots']>): KeptSnapshot {
  return {
    id: row.id,
    name: row.name,
    reason: row.reason as SnapshotReason,
    generation: row.generation,
    hasExamples: row.has_examples === 1,
    clockOffsetMs: row.clock_offset_ms,
    items: row.items,
    bytes: row.bytes,
    takenAt: new Date(row.taken_at),
  };
}
