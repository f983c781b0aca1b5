/** Whose sandbox, of which API version. */
export interface Space {
  readonly organization: string;
  readonly api: string;
  readonly version: string;
}

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

/** The rows of one space. What was there from the start, from the contract's examples, has a row only once it changes. */
export interface SpaceRows {
  find(collection: string, id: string): Promise<Row | undefined>;
  /** Rows with position 0, the deleted ones too. */
  changedSeeds(collection: string): Promise<readonly Row[]>;
  /** Created and not deleted, newest first (or oldest first), beyond a position where one is given. */
  created(
    collection: string,
    request: { limit: number; beyond?: number | undefined; oldestFirst: boolean },
  ): Promise<readonly Row[]>;
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
   * Removes the state of guests (organizations whose id starts with the prefix) that nobody changed since the given
   * time, and answers to idempotency keys that are older than `answersBefore`. Returns how many items went.
   */
  forget(request: { guestPrefix: string; untouchedSince: Date; answersBefore: Date }): Promise<number>;
}
