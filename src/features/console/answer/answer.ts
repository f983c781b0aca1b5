import type { EventLog } from './stream/event-log';

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
  /** Of the body, after decompression. */
  readonly bytes: number;
  /** Of the body as it went over the wire, where the browser tells. */
  readonly wireBytes?: number;
  /** When it came, in milliseconds since 1970. */
  readonly at?: number;
}

export type Bytes = Uint8Array<ArrayBuffer>;

export type AnswerBody =
  | { readonly kind: 'none' }
  /** `bytes`: as they came, where they are at hand. */
  | { readonly kind: 'text'; readonly text: string; readonly bytes?: Bytes }
  /** Text of more than 2 MB: it is read where it lies, and never made into one string. */
  | { readonly kind: 'large'; readonly bytes: Bytes }
  /** A stream of events: the newest of them. */
  | { readonly kind: 'events'; readonly log: EventLog }
  | { readonly kind: 'binary'; readonly blob: Blob };

export type Failure =
  /** The browser is offline. */
  | { readonly kind: 'offline' }
  /** No answer: the service is down, or something between blocks it. `isGatewayThere`: whether it answered when it was asked how it is. */
  | { readonly kind: 'unreachable'; readonly isGatewayThere?: boolean }
  /** The reader pressed Cancel. */
  | { readonly kind: 'cancelled'; readonly partial: Partial | null }
  /** The connection broke while the body came in. */
  | { readonly kind: 'broken'; readonly partial: Partial; readonly isGatewayThere?: boolean }
  /** Nothing came for as long as the console was told to wait. */
  | { readonly kind: 'timed-out'; readonly partial: Partial | null; readonly waitedMilliseconds: number }
  /** A 3xx: a browser does not let a page see it. */
  | { readonly kind: 'redirect' }
  /** More than is kept in memory. */
  | { readonly kind: 'too-large'; readonly partial: Partial }
  | { readonly kind: 'no-key'; readonly sentence: string }
  /** A write to live, and the reader took it back when asked. */
  | { readonly kind: 'not-confirmed' }
  /** What was chosen to send with is not there, or has ended. */
  | { readonly kind: 'no-credential'; readonly sentence: string };

/** As much of an answer as is there. */
export interface Partial {
  readonly head: AnswerHead;
  /** The end of what has come, where it is text. */
  readonly text: string;
  readonly bytes: number;
  /** Since the request was sent. */
  readonly elapsedMilliseconds?: number;
  /** Events so far, of a stream of them. */
  readonly log?: EventLog;
  /** All that came, once nothing more will. */
  readonly body?: AnswerBody;
}

export type Sent =
  { readonly kind: 'answer'; readonly answer: Answer } | { readonly kind: 'failure'; readonly failure: Failure };

export function failed(failure: Failure): Sent {
  return { kind: 'failure', failure };
}

export function headerOf({ headers }: Pick<AnswerHead, 'headers'>, name: string): string | null {
  return headers.find(([other]) => other.toLowerCase() === name.toLowerCase())?.[1] ?? null;
}
