import type { Clock } from '../../../platform/clock.ts';
import { invalidRequest } from '../../../platform/invalid-request.ts';
import type { NewId } from '../../../platform/ids.ts';
import { ProblemError } from '../../../platform/problem.ts';
import type { KnownApi } from '../known-api.ts';
import type { Random } from '../random.ts';
import { freshSpace, type Space } from '../sandbox-store.ts';
import { timeIn } from '../space-time.ts';
import { applySeed } from './apply-seed.ts';
import { countItems, totalOf } from './count-items.ts';
import { type ClockChange, decideClock } from './decide-clock.ts';
import { readSeed } from './read-seed.ts';
import type { SeedBody } from './seed-body.ts';
import {
  type NewSnapshot,
  type Snapshot,
  snapshotLimits,
  type SnapshotReason,
  type SpaceControl,
} from './space-control.ts';

export interface SteerDeps {
  readonly control: SpaceControl;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly random: Random;
}

/** One organization's sandbox of one API version, to be steered as a whole. Refusals are thrown as problems. */
export interface Steered {
  readonly space: Space;
  readonly known: KnownApi;
}

const names: Readonly<Record<Exclude<SnapshotReason, 'taken'>, string>> = {
  'before-reset': 'Before the reset',
  'before-seed': 'Before it was filled anew',
  'before-restore': 'Before the restore',
};

/** Each changes a sandbox and resolves with the id of the snapshot that undoes it, where there is one. */
export function steering({ control, clock, newId, random }: SteerDeps) {
  function snapshot({ known }: Steered, reason: SnapshotReason, name?: string): NewSnapshot {
    return {
      id: newId('snp'),
      name: name ?? (reason === 'taken' ? '' : names[reason]),
      reason,
      count: (collections, facts) => totalOf(countItems(known, collections, facts)),
    };
  }

  return {
    async reset(steered: Steered, to: 'examples' | 'empty'): Promise<string> {
      const undo = snapshot(steered, 'before-reset');
      await control.startAfresh(steered.space, { ...freshSpace, hasExamples: to === 'examples' }, undo);
      return undo.id;
    },

    async seed(steered: Steered, body: SeedBody): Promise<string | null> {
      const { space, known } = steered;
      const reading = await readSeed(known, body);
      if (reading.kind === 'refused') throw invalidRequest('body', reading.wrong);
      const undo = body.replace === true ? snapshot(steered, 'before-seed') : null;
      await control.fill(space, undo, (filler) => {
        const now = timeIn(filler.facts, clock.now());
        return applySeed(filler, known, { places: reading.places, examples: body.examples === true, now, random });
      });
      return undo?.id ?? null;
    },

    async setClock({ space }: Steered, change: ClockChange): Promise<void> {
      await control.setClock(space, (facts) => {
        const decision = decideClock(change, facts.clockOffsetMs, clock.now());
        if (decision.kind === 'moved') return decision.offsetMs;
        throw invalidRequest('body', [{ pointer: decision.at, message: decision.message }]);
      });
    },

    async take(steered: Steered, name: string): Promise<Snapshot> {
      const taken = await control.takeSnapshot(steered.space, snapshot(steered, 'taken', name));
      if (!('kind' in taken)) return taken;
      const detail =
        taken.kind === 'too-many'
          ? `This sandbox has ${snapshotLimits.snapshots} snapshots, and may have no more. Delete one.`
          : `The snapshots of this sandbox would come to more than ${snapshotLimits.bytes / 1024 / 1024} MB. Delete one.`;
      throw new ProblemError('sandbox-full', { detail });
    },

    async restore(steered: Steered, id: string): Promise<string> {
      const undo = snapshot(steered, 'before-restore');
      if ((await control.restore(steered.space, id, undo)) === undefined) throw noSnapshot(id);
      return undo.id;
    },

    async drop({ space }: Steered, id: string): Promise<void> {
      if (!(await control.removeSnapshot(space, id))) throw noSnapshot(id);
    },
  };
}

function noSnapshot(id: string): ProblemError {
  return new ProblemError('not-found', {
    detail: `Your sandbox of this API version has no snapshot ${JSON.stringify(id)}. It may have been deleted.`,
  });
}
