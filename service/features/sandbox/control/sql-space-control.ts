import type { ExclusiveSpaces } from '../exclusive-space.ts';
import { copyGeneration, countsOf, takeBack } from '../generations.ts';
import type { SandboxDb } from '../sandbox-tables.ts';
import type { Space, SpaceFacts } from '../sandbox-store.ts';
import { newGeneration, openSpace, readSpace, type SpaceRow, writeSpace } from '../space-row.ts';
import { removeAnswers } from '../sql-answer-rows.ts';
import { type NewSnapshot, type NoRoom, snapshotLimits, type SpaceControl } from './space-control.ts';
import { dropOldAutomatic, dropSnapshot, keepAsSnapshot, snapshotsOf } from './sql-snapshots.ts';
import { sqlSpaceFiller } from './sql-space-filler.ts';

export function sqlSpaceControl(spaces: ExclusiveSpaces): SpaceControl {
  const { db, clock } = spaces;

  /** Points the space to other rows; those that it consisted of are the snapshot `undo` from now on. */
  async function turnTo(db: SandboxDb, space: Space, next: SpaceRow, undo: NewSnapshot): Promise<void> {
    const present = await openSpace(db, space, clock);
    await keepAsSnapshot(db, space, present, undo, clock);
    await writeSpace(db, space, next, clock);
    await removeAnswers(db, space);
    await dropOldAutomatic(db, space, clock);
  }

  return {
    async describe(space) {
      const { generation, ...facts } = await readSpace(db, space);
      const collections = await countsOf(db, generation);
      const changes = [await changedAt(db, space), ...collections.map((count) => count.changedAt.getTime())];
      const latest = Math.max(...changes);
      return {
        facts,
        collections,
        snapshots: await snapshotsOf(db, space),
        changedAt: latest === 0 ? null : new Date(latest),
      };
    },

    startAfresh: (space, facts, undo) =>
      spaces.inOne(space, (transaction) => turnTo(transaction, space, { ...facts, generation: newGeneration() }, undo)),

    setClock: (space, decide) =>
      spaces.inOne(space, async (transaction) => {
        const row = await openSpace(transaction, space, clock);
        const moved = { ...row, clockOffsetMs: decide(row) };
        await writeSpace(transaction, space, moved, clock);
        return moved;
      }),

    takeSnapshot: (space, wanted) =>
      spaces.inPieces(space, async (piece) => {
        const present = await piece((transaction) => openSpace(transaction, space, clock));
        const lack = await piece((transaction) => noRoom(transaction, space, present));
        if (lack !== null) return lack;
        const generation = await copyGeneration(present.generation, piece, clock);
        return piece((transaction) => keepAsSnapshot(transaction, space, { ...present, generation }, wanted, clock));
      }),

    restore: (space, id, undo) =>
      spaces.inPieces(space, async (piece) => {
        const found = (await piece((transaction) => snapshotsOf(transaction, space))).find((one) => one.id === id);
        if (found === undefined) return undefined;
        const generation = await copyGeneration(found.generation, piece, clock);
        await piece(async (transaction) => {
          await turnTo(transaction, space, { ...factsOf(found), generation }, undo);
          await takeBack(transaction, generation);
        });
        return found;
      }),

    removeSnapshot: (space, id) =>
      spaces.inOne(space, async (transaction) => {
        const found = (await snapshotsOf(transaction, space)).find((one) => one.id === id);
        if (found !== undefined) await dropSnapshot(transaction, found, clock);
        return found !== undefined;
      }),

    fill: (space, undo, work) =>
      spaces.inOne(space, async (transaction) => {
        const { clockOffsetMs } = await openSpace(transaction, space, clock);
        const empty: SpaceRow = { hasExamples: false, clockOffsetMs, generation: newGeneration() };
        if (undo !== null) await turnTo(transaction, space, empty, undo);
        const row = undo === null ? await openSpace(transaction, space, clock) : empty;
        return work(sqlSpaceFiller(transaction, space, row, clock));
      }),
  };
}

async function noRoom(db: SandboxDb, space: Space, present: SpaceRow): Promise<NoRoom | null> {
  const snapshots = await snapshotsOf(db, space);
  const taken = snapshots.filter(({ reason }) => reason === 'taken');
  if (taken.length >= snapshotLimits.snapshots) return { kind: 'too-many' };
  const counts = await countsOf(db, present.generation);
  const bytes = [...taken, ...counts].reduce((sum, one) => sum + one.bytes, 0);
  return bytes > snapshotLimits.bytes ? { kind: 'too-large' } : null;
}

async function changedAt(db: SandboxDb, { organization, api, version }: Space): Promise<number> {
  const row = await db
    .selectFrom('sandbox_spaces')
    .where('organization', '=', organization)
    .where('api', '=', api)
    .where('version', '=', version)
    .select('changed_at')
    .executeTakeFirst();
  return row === undefined ? 0 : Date.parse(row.changed_at);
}

function factsOf({ hasExamples, clockOffsetMs }: SpaceFacts): SpaceFacts {
  return { hasExamples, clockOffsetMs };
}
