import type { Kysely } from 'kysely';

/** Somebody who signed up, confirmed the address, and waits. */
export interface WaitingPerson {
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly askedAt: Date;
}

/** Runs in the transaction of what it tells of. */
export type TellOf = (person: WaitingPerson, transaction: Kysely<unknown>) => Promise<void>;

/** Who waits to be let in. */
export interface ApprovalStore {
  /** From now on, unless it was so before: accounts that are made need an approval. */
  begin(now: Date): Promise<void>;
  /** No account needs one any more; who waits may come in. */
  end(): Promise<void>;
  /**
   * Whether the person may come in; whoever has one of the `free` addresses, in lower case, may. Where they may not, they wait from now on,
   * and `tell` hears of it once.
   */
  admits(person: string, now: Date, free: ReadonlySet<string>, tell: TellOf): Promise<boolean>;
  /** Who waits longest first, so many at most. */
  waiting(most: number): Promise<readonly WaitingPerson[]>;
  /** False: nobody of this id waits. */
  approve(person: string, now: Date, tell: TellOf): Promise<boolean>;
  /** Removes the account. False: nobody of this id waits. */
  decline(person: string, tell: TellOf): Promise<boolean>;
  /** Whoever has the address needs no approval: somebody who may has invited them. */
  approveAddress(email: string, now: Date): Promise<void>;
}
