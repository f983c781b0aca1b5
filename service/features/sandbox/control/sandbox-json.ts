import type { KnownApi } from '../known-api.ts';
import type { Space } from '../sandbox-store.ts';
import { timeIn } from '../space-time.ts';
import { countItems, totalOf } from './count-items.ts';
import { toDuration } from './duration.ts';
import { seedLimits } from './seed-body.ts';
import { type Snapshot, snapshotLimits, type SpaceDescription } from './space-control.ts';

/** `Sandbox` of the service's contract. */
export function sandboxJson(known: KnownApi, space: Space, described: SpaceDescription, realNow: Date) {
  const { facts, collections, snapshots, changedAt } = described;
  const listed = countItems(known, collections, facts);
  return {
    api: space.api,
    version: space.version,
    clock: {
      now: timeIn(facts, realNow).toISOString(),
      real_now: realNow.toISOString(),
      offset: toDuration(facts.clockOffsetMs),
    },
    collections: listed.map(({ template, operation, items }) => ({ path: template, operation, items })),
    items: totalOf(listed),
    bytes: collections.reduce((sum, { bytes }) => sum + bytes, 0),
    has_examples: facts.hasExamples,
    changed_at: changedAt?.toISOString() ?? null,
    snapshots: snapshots.map(snapshotJson),
    limits: {
      snapshots: snapshotLimits.snapshots,
      snapshot_bytes: snapshotLimits.bytes,
      seed_items: seedLimits.items,
      seed_bytes: seedLimits.bytes,
    },
  };
}

/** `SandboxSnapshot` of the service's contract. */
export function snapshotJson(snapshot: Snapshot) {
  const { id, name, reason, items, bytes, takenAt } = snapshot;
  return {
    id,
    name,
    reason,
    items,
    bytes,
    taken_at: takenAt.toISOString(),
    now: timeIn(snapshot, takenAt).toISOString(),
  };
}
