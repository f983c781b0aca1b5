import type { Kysely } from 'kysely';
import type { Condition } from './state.ts';

/** Whose sandbox, of which API version. */
export interface Space {
  readonly organization: string;
  readonly api: string;
  readonly version: string;
}

/** What holds for a space as a whole. */
export interface SpaceFacts {
  /** Whether the contract's examples are in it, below the rows. */
  readonly hasExamples: boolean;
  /** How far its clock is ahead of the real one; negative: behind. */
  readonly clockOffsetMs: number;
}

export const freshSpace: SpaceFacts = { hasExamples: true, clockOffsetMs: 0 };

export interface Row {
  readonly id: string;
  /** 1, 2, 3 … in the order of creation; 0 for what was there from the start and was changed since. */
  readonly position: number;
  /** JSON; null where it was deleted. */
  readonly value: string | null;
}

/** What an idempotency key was answered with. */
export interface KeptAnswer {
  readonly fingerprint: string;
  readonly status: number;
  readonly headers: string;
  readonly body: string | null;
}

export interface CreatedRequest {
  readonly limit: number;
  /** Only those beyond this position, in the order that is asked for. */
  readonly beyond?: number | undefined;
  readonly oldestFirst: boolean;
  /** Rows that fail one of these are left out; of those that pass, some may still not fit. */
  readonly where?: readonly Condition[] | undefined;
}

/**
 * Where a space keeps what it has to look at again, and when: rows of a collection that no contract can have. They go where the
 * items go: into snapshots, and away with a reset. They count for nothing.
 */
export const dueCollection = '~due';

/** What has to be looked at again when its time has come; ids begin with that time as ISO 8601 in UTC. */
export interface DueRows {
  /** The earliest first, those of this very moment among them. */
  dueBefore(now: Date, limit: number): Promise<readonly Row[]>;
  saveDue(row: Row): Promise<void>;
  removeDue(id: string): Promise<void>;
}

/** The rows of one space. What was there from the start, from the contract's examples, has a row only once it changes. */
export interface SpaceRows extends DueRows {
  readonly facts: SpaceFacts;
  /** That of the write: what else is to be there exactly when the change is, is written in it. Undefined while reading. */
  readonly transaction: Kysely<unknown> | undefined;
  find(collection: string, id: string): Promise<Row | undefined>;
  /** Rows with position 0, the deleted ones too. */
  changedSeeds(collection: string): Promise<readonly Row[]>;
  /** Created and not deleted, newest first (or oldest first), beyond a position where one is given. */
  created(collection: string, request: CreatedRequest): Promise<readonly Row[]>;
  /** Kept with the rows, not counted: it costs the same for any number. */
  countCreated(collection: string): Promise<number>;
  lastPosition(collection: string): Promise<number>;
  save(collection: string, row: Row): Promise<void>;
  findAnswer(key: string, notBefore: Date): Promise<KeptAnswer | undefined>;
  saveAnswer(key: string, answer: KeptAnswer): Promise<void>;
}

export interface SandboxStore {
  read<T>(space: Space, work: (rows: SpaceRows) => Promise<T>): Promise<T>;
  /** One transaction; those of one space run one after the other. Resolves when it is on disk. */
  write<T>(space: Space, work: (rows: SpaceRows) => Promise<T>): Promise<T>;
  /**
   * Removes the state, clock and snapshots of guests (organizations whose id starts with the prefix) that nobody changed
   * since the given time, and answers to idempotency keys that are older than `answersBefore`. Returns how many items went.
   */
  forget(request: { guestPrefix: string; untouchedSince: Date; answersBefore: Date }): Promise<number>;
}
