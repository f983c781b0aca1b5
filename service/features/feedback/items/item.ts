import type { ExchangeExcerpt } from '../../traffic/index.ts';

/** What a piece of feedback is about: a whole page, a passage of it, one of its samples, an exchange, a step of a journey, a search. */
export const feedbackKinds = ['page', 'quote', 'sample', 'exchange', 'step', 'search'] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];

/** Why an item waits for a look before it counts. */
export type HeldReason = 'trap' | 'no-proof' | 'proof-reused' | 'too-quick';

/** How an item stands with the team. */
export const feedbackStates = ['new', 'needs-answer', 'accepted', 'planned', 'shipped', 'declined'] as const;
export type FeedbackState = (typeof feedbackStates)[number];

/** An item, and what the team made of it. */
export interface TriagedItem extends FeedbackItem {
  readonly state: FeedbackState;
  /** One more with each change. */
  readonly revision: number;
  /** The id of the person who changed it last; null while nobody has. */
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
}

/** What somebody said, and what about. */
export interface FeedbackItem {
  readonly id: string;
  readonly receivedAt: Date;
  readonly kind: FeedbackKind;
  /** The page's path on the site. */
  readonly page: string;
  /** A hash of the text that the page had; null where it was not told. */
  readonly pageText: string | null;
  /** Null where it was not asked. */
  readonly helpful: boolean | null;
  /** The id of a reason of `portal.config.ts`. */
  readonly reason: string | null;
  readonly comment: string | null;
  readonly context: FeedbackContext;
  /** Whom the answer goes to, and nothing else; null where none was given. */
  readonly email: string | null;
  /** Who said it, where somebody was signed in and did not leave that out. */
  readonly person: string | null;
  readonly organization: string | null;
  /** The attached exchange, as its record was. */
  readonly exchange: AttachedExchange | null;
  readonly held: HeldReason | null;
}

/** Where exactly: what of these there is follows from the kind. */
export interface FeedbackContext {
  readonly quote?: Quote;
  readonly api?: string;
  readonly version?: string;
  readonly operation?: string;
  readonly language?: string;
  readonly journey?: string;
  readonly step?: string;
  readonly query?: string;
}

/** A passage, and a little of what stands around it (https://www.w3.org/TR/annotation-model/#text-quote-selector). */
export interface Quote {
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

export interface AttachedExchange {
  readonly id: string;
  readonly requestId: string;
  readonly at: Date;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** The code of the gateway's own refusal. */
  readonly problem: string | null;
  /** Without secrets; null where nothing was wrong, and after `feedback.excerptDays`. */
  readonly excerpt: ExchangeExcerpt | null;
}
