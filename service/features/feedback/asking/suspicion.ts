import type { FeedbackItem, HeldReason } from '../items/item.ts';
import type { SolvedChallenge } from './challenge.ts';

/** Nobody reads a question and writes an answer faster. */
const quickestMs = 1500;

export interface SuspectedItem {
  readonly item: Pick<FeedbackItem, 'comment' | 'email'>;
  /** What stood in the field that people do not see. */
  readonly trap: string;
  /** Null where there was none, or one that proves nothing. */
  readonly proof: (SolvedChallenge & { readonly isFresh: boolean }) | null;
  /** Signed in, or with a key: who can be asked needs to prove nothing. */
  readonly isKnown: boolean;
  readonly now: Date;
}

/**
 * Why an item is held for a look, if it is: nothing is dropped. One without words and address can carry nothing into the inbox, and counts
 * without a proof; so a form without JavaScript that says yes or no is never held.
 */
export function suspicion({ item, trap, proof, isKnown, now }: SuspectedItem): HeldReason | null {
  if (trap !== '') return 'trap';
  if (isKnown || (item.comment === null && item.email === null)) return null;
  if (proof === null) return 'no-proof';
  if (!proof.isFresh) return 'proof-reused';
  return now.getTime() - proof.givenAt.getTime() < quickestMs ? 'too-quick' : null;
}
