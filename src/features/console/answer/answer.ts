/** What came back, as plain data. Every text in it is somebody else's: it is shown as text, never as HTML. */
export interface AnswerHead {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** From sending to the first byte of the answer. */
  readonly headMilliseconds: number;
}

export interface Answer extends AnswerHead {
  readonly body: AnswerBody;
  readonly totalMilliseconds: number;
  readonly bytes: number;
}

export type AnswerBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary'; readonly blob: Blob };

export type Failure =
  /** The browser is offline. */
  | { readonly kind: 'offline' }
  /** No answer: the service is down, or something between blocks it. */
  | { readonly kind: 'unreachable' }
  /** The reader pressed Cancel. */
  | { readonly kind: 'cancelled'; readonly partial: Partial | null }
  /** The connection broke while the body came in. */
  | { readonly kind: 'broken'; readonly partial: Partial }
  /** A 3xx: a browser does not let a page see it. */
  | { readonly kind: 'redirect' }
  /** More than is kept in memory. */
  | { readonly kind: 'too-large'; readonly partial: Partial }
  | { readonly kind: 'no-key'; readonly sentence: string };

/** As much of an answer as is there. */
export interface Partial {
  readonly head: AnswerHead;
  readonly text: string;
  readonly bytes: number;
}

export type Sent =
  { readonly kind: 'answer'; readonly answer: Answer } | { readonly kind: 'failure'; readonly failure: Failure };

export function headerOf({ headers }: Pick<AnswerHead, 'headers'>, name: string): string | null {
  return headers.find(([other]) => other.toLowerCase() === name.toLowerCase())?.[1] ?? null;
}
