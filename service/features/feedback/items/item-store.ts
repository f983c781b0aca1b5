import type { FeedbackItem, FeedbackKind, FeedbackState, TriagedItem } from './item.ts';

export interface ItemQuery {
  readonly state?: FeedbackState;
  /** Those that are held, or those that count. */
  readonly held: boolean;
  readonly kind?: FeedbackKind;
  readonly page?: string;
  /** A part of the comment, the context or the page's path, in any case. */
  readonly words?: string;
  /** Only items older than the one with this id. */
  readonly before?: string;
  readonly limit: number;
}

export interface ItemChange {
  readonly state?: FeedbackState;
  readonly held?: false;
  /** The id of the person who changes it. */
  readonly by: string;
  readonly at: Date;
}

/** Where feedback is kept. A promise that resolves means that it is on disk. */
export interface ItemStore {
  add(item: FeedbackItem): Promise<void>;
  find(id: string): Promise<FeedbackItem | null>;
  /** The newest first. */
  list(query: ItemQuery): Promise<{ readonly items: readonly TriagedItem[]; readonly hasMore: boolean }>;
  /** How many are held. */
  countHeld(): Promise<number>;
  /** Null where there is no such item; `stale`, and nothing changed, where its revision is another one. */
  change(id: string, revision: number, change: ItemChange): Promise<TriagedItem | 'stale' | null>;
  /** All of one person, oldest first: what an export holds. */
  ofPerson(person: string): Promise<readonly FeedbackItem[]>;
  /** Leaves out who said it, of all that a person said, and their address; what was said stays. Returns how many. */
  forgetPerson(person: string): Promise<number>;
  /** Takes the excerpts out of items from before, so many at most. Returns how many. */
  dropExcerpts(before: Date, most: number): Promise<number>;
  /** Remembers that a proof of work was spent; false where it was before. Forgets those that expired before `now`. */
  spendProof(signature: string, expires: Date, now: Date): Promise<boolean>;
}
