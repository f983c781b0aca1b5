import type { CollectionCount } from '../generations.ts';
import type { Row, Space, SpaceFacts } from '../sandbox-store.ts';

/** Why a snapshot was taken: somebody asked for it, or something was about to be lost. */
export type SnapshotReason = 'taken' | 'before-reset' | 'before-seed' | 'before-restore';

export interface Snapshot extends SpaceFacts {
  readonly id: string;
  readonly name: string;
  readonly reason: SnapshotReason;
  readonly items: number;
  /** Of what was created or changed; the contract's examples take no room. */
  readonly bytes: number;
  readonly takenAt: Date;
}

export interface NewSnapshot {
  readonly id: string;
  readonly name: string;
  readonly reason: SnapshotReason;
  /** How many items the collections come to, with the contract's examples. */
  readonly count: (collections: readonly CollectionCount[], facts: SpaceFacts) => number;
}

export interface SpaceDescription {
  readonly facts: SpaceFacts;
  readonly collections: readonly CollectionCount[];
  readonly snapshots: readonly Snapshot[];
  /** By the real clock; null where nobody changed anything yet. */
  readonly changedAt: Date | null;
}

/** Puts items into a space, many at once; all of it is one transaction. */
export interface SpaceFiller {
  readonly facts: SpaceFacts;
  /** Adds items, the last of them on top, and replaces those whose id is there. Ids of `seeds` are the contract's. */
  put(collection: string, items: readonly { id: string; value: string }[], seeds: ReadonlySet<string>): Promise<void>;
  /** Forgets what was done to these ids, as if they had never been there. */
  forget(collection: string, ids: readonly string[]): Promise<void>;
  /** What is to be looked at when its time has come. */
  putDue(rows: readonly Row[]): Promise<void>;
  lastPosition(collection: string): Promise<number>;
  setFacts(facts: SpaceFacts): Promise<void>;
}

export interface NoRoom {
  readonly kind: 'too-many' | 'too-large';
}

/** What can be done to a space as a whole. Each change is whole or not at all, and those of one space take turns. */
export interface SpaceControl {
  describe(space: Space): Promise<SpaceDescription>;
  /** Another state takes the place of the present one, which becomes the snapshot `undo`. */
  startAfresh(space: Space, facts: SpaceFacts, undo: NewSnapshot): Promise<void>;
  setClock(space: Space, decide: (facts: SpaceFacts) => number): Promise<SpaceFacts>;
  takeSnapshot(space: Space, snapshot: NewSnapshot): Promise<Snapshot | NoRoom>;
  /** Undefined where the space has no such snapshot. The present state becomes the snapshot `undo`. */
  restore(space: Space, id: string, undo: NewSnapshot): Promise<Snapshot | undefined>;
  removeSnapshot(space: Space, id: string): Promise<boolean>;
  /** With `undo`, what is there is replaced, and becomes that snapshot; without, the work adds to it. */
  fill<T>(space: Space, undo: NewSnapshot | null, work: (filler: SpaceFiller) => Promise<T>): Promise<T>;
}

export const snapshotLimits = {
  /** Of those that somebody took. */
  snapshots: 20,
  /** Of those that stand before something that was lost: only the latest are kept. */
  automatic: 5,
  /** All snapshots of a space together. */
  bytes: 128 * 1024 * 1024,
} as const;
