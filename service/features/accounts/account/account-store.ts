/** An account beside what the session tells of it. */
export interface Account {
  readonly createdAt: Date;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  /** Whom one can sign in with, by the provider's id. */
  readonly providers: readonly { readonly id: string; readonly since: Date }[];
}

/** Where somebody is signed in. */
export interface AccountSession {
  readonly id: string;
  readonly userAgent: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
}

/** What leaving would do to the person's organizations. */
export interface Leaving {
  /** Ids of those where nobody else is a member: they go, too. */
  readonly alone: readonly string[];
  /** Names of those whose other members would have no owner: while there are any, nobody leaves. */
  readonly ownerless: readonly string[];
}

/** A person's own account. What resolves is on disk. */
export interface AccountStore {
  find(person: string): Promise<Account>;
  rename(person: string, name: string): Promise<void>;
  /** The person of a confirmed or unconfirmed address; null where there is none. */
  personOf(email: string): Promise<string | null>;
  /** Those that have not ended, the last used first. */
  sessions(person: string, now: Date): Promise<readonly AccountSession[]>;
  /** False where the person has no such session. */
  endSession(person: string, session: string): Promise<boolean>;
  /** Ends all but one. Returns how many. */
  endOtherSessions(person: string, kept: string): Promise<number>;
  leaving(person: string): Promise<Leaving>;
  /**
   * Removes the person and all that is theirs, with organizations where nobody else is a member; or nothing, where an organization with
   * other members would have no owner. Events of organizations that stay are kept.
   */
  remove(person: string): Promise<Leaving>;
}
