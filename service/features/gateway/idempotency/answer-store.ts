/** Where an `Idempotency-Key` counts: keys of one organization and API version. */
export interface KeyPlace {
  readonly organization: string;
  readonly api: string;
  readonly version: string;
  /** Its hash. */
  readonly key: string;
}

/** A first answer, as it is given again. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

/** What somebody asks who wants to send a request with a key. */
export interface Ask {
  readonly fingerprint: string;
  /** Who asks; one name for each request. */
  readonly holder: string;
  readonly now: Date;
  /** Until when the key is held where it is given, if it is not held on to. */
  readonly heldUntil: Date;
  /** Whether a request whose holder is gone may be sent again. Where not, nobody knows what came of it. */
  readonly mayTakeOver: boolean;
}

export type Claim =
  /** The key is the asker's: send. */
  | { readonly kind: 'given' }
  /** It was used with another request. */
  | { readonly kind: 'reused' }
  | { readonly kind: 'under-way' }
  | { readonly kind: 'answered'; readonly answer: KeptAnswer }
  /** The request was sent, and nobody knows what came of it, or its answer was too long to keep. */
  | { readonly kind: 'unknown' };

/** First answers by their keys, for a day: the port. All who share the store share the keys. */
export interface AnswerStore {
  /** Gives the key to one asker at a time. */
  claim(place: KeyPlace, ask: Ask): Promise<Claim>;
  /** The request is still under way. */
  holdOn(place: KeyPlace, holder: string, heldUntil: Date): Promise<void>;
  /** The request has ended: with an answer, or in a way that nobody knows. */
  settle(place: KeyPlace, holder: string, outcome: KeptAnswer | 'unknown'): Promise<void>;
  /** Nothing was done: the key is free again. */
  release(place: KeyPlace, holder: string): Promise<void>;
  /** Returns how many. */
  removeBefore(time: Date): Promise<number>;
}

/** How long a key counts (draft-ietf-httpapi-idempotency-key-header-07 §2.3). */
export const keptHours = 24;

export function rememberedSince(now: Date): Date {
  return new Date(now.getTime() - keptHours * 3_600_000);
}
