/** One request through the gateway and its answer: what the gateway tells everybody else about it. */
export interface Exchange {
  /** `exc_…`; ids sort by the time of recording. */
  readonly id: string;
  /** What the answer carried as `Request-Id`. */
  readonly requestId: string;
  /** When the request arrived. */
  readonly at: Date;
  readonly api: string;
  readonly version: string;
  /** The operation's id; null where no operation matched. */
  readonly operation: string | null;
  readonly keyId: string | null;
  readonly organization: string | null;
  readonly environment: 'sandbox' | 'live' | null;
  readonly method: string;
  /** Below `/gateway/{api}/{version}`, as it was sent, without the query string. */
  readonly path: string;
  readonly status: number;
  /** What the API said, where it did: another one than `status` where the gateway held the answer back. */
  readonly upstreamStatus: number | null;
  readonly durationMs: number;
  /** How much of the duration was spent behind the gateway; null where nothing was asked there. */
  readonly upstreamMs: number | null;
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** The code of the gateway's own refusal. */
  readonly problem: string | null;
  /** Where the request or the answer was not as the contract says, or something went wrong on the way. */
  readonly findings: readonly ExchangeFinding[];
  /** The id of what was made or asked for, where there is one. */
  readonly resource: string | null;
  /** Of the distributed trace that it is part of (https://www.w3.org/TR/trace-context/), 32 hex digits. */
  readonly traceId: string | null;
  /** Whether the answer was compared with the contract; where it was not, the findings do not speak of it. */
  readonly isCompared: boolean;
  /** What was sent and answered, without secrets, where something was wrong; null where nothing was, or too much at once. */
  readonly excerpt: ExchangeExcerpt | null;
  /** How its client behaves can be told by these, beside other exchanges; left out where there is none. */
  readonly marks?: ExchangeMarks;
}

/** Hashes and numbers: nothing in them opens anything or says what was sent. */
export interface ExchangeMarks {
  /** Of the request's idempotency key: the same for what was sent with the same one. */
  readonly idempotency?: string;
  /** How long the answer told to wait (RFC 9110 §10.2.3), in seconds. */
  readonly retryAfterSeconds?: number;
  /** Of a list: which page was asked for, and which one the answer says comes next. */
  readonly page?: PageMark;
}

export interface PageMark {
  /** The same for pages of the same list: of what the query says beside the page. */
  readonly list: string;
  /** Empty: the first one. */
  readonly asked: string;
  /** Null: it was the last one. */
  readonly next: string | null;
}

/** Heads and bodies as text, each of a few kilobytes at most. */
export interface ExchangeExcerpt {
  readonly request: string;
  readonly answer: string;
}

/** Where in the answer's contract a finding lies: its status, a header, its media type, whether there is a body, or the body's schema. */
export type DriftKind = 'status' | 'header' | 'media-type' | 'body' | 'schema';

export interface ExchangeFinding {
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'body' | 'response';
  /** The parameter's name, or a JSON pointer into the body. */
  readonly at: string;
  readonly message: string;
  /** Set where the answer is not as its contract says; other findings are not the contract's matter. */
  readonly drift?: DriftKind;
  /** What stood there, without secrets; of some findings of drift. */
  readonly example?: string;
}
