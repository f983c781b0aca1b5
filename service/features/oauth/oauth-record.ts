/** Something that the authorization server remembers: a client, a token, a code, a consent. */
export interface OAuthRecord {
  /** What it is, as `oidc-provider` calls it: `AccessToken`, `Client` … */
  readonly model: string;
  /** The SHA-256 of what names it: the token, the code, the client's id. */
  readonly hash: string;
  /** JSON, without the token itself. */
  readonly payload: string;
  /** The consent that it came of; all that came of one is ended together. */
  readonly grant: string | null;
  /** The SHA-256 of a second name: a device's user code. */
  readonly alias: string | null;
  readonly expiresAt: Date;
  /** When it was used, of what is used once. */
  readonly consumedAt: Date | null;
}

/** Where records are kept. A promise that resolves means that it is on disk. */
export interface OAuthStore {
  /** Adds the record, or puts it in the place of the one of the same model and hash. */
  put(record: OAuthRecord): Promise<void>;
  /** Adds the record unless there is one; gives the one that is there afterwards. */
  keepFirst(record: OAuthRecord): Promise<OAuthRecord>;
  find(model: string, hash: string): Promise<OAuthRecord | null>;
  findByAlias(model: string, alias: string): Promise<OAuthRecord | null>;
  /** Marks it as used, once: a second time changes nothing. */
  consume(model: string, hash: string, at: Date): Promise<void>;
  remove(model: string, hash: string): Promise<void>;
  removeGrant(grant: string): Promise<void>;
  /** Returns how many ended before and are gone. */
  removeExpired(before: Date): Promise<number>;
}
