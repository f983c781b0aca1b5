import type { FeedbackItem } from './item.ts';

/** Where feedback is kept. A promise that resolves means that it is on disk. */
export interface ItemStore {
  add(item: FeedbackItem): Promise<void>;
  find(id: string): Promise<FeedbackItem | null>;
  /** All of one person, oldest first: what an export holds. */
  ofPerson(person: string): Promise<readonly FeedbackItem[]>;
  /** Leaves out who said it, of all that a person said, and their address; what was said stays. Returns how many. */
  forgetPerson(person: string): Promise<number>;
  /** Takes the excerpts out of items from before, so many at most. Returns how many. */
  dropExcerpts(before: Date, most: number): Promise<number>;
  /** Remembers that a proof of work was spent; false where it was before. Forgets those that expired before `now`. */
  spendProof(signature: string, expires: Date, now: Date): Promise<boolean>;
}
