import type { PortableRequest } from '../share/portable-request';

/** A request that was sent, or that somebody saved under a name. Nothing in it is secret; every text in it is shown as text. */
export interface HistoryEntry {
  readonly id: string;
  /** When it was sent or saved, in milliseconds since 1970. */
  readonly at: number;
  readonly kind: 'sent' | 'saved';
  readonly operation: EntryOperation;
  /** Path and query as they went out, without credentials: `/credential-offers?limit=20`. */
  readonly address: string;
  readonly request: PortableRequest;
  /** None of what was saved without being sent. */
  readonly outcome: EntryOutcome | null;
  /** '' while nobody has given it one. */
  readonly name: string;
  readonly isFavourite: boolean;
  /** What it takes on the device together with its answer, in bytes, roughly. */
  readonly bytes: number;
}

export interface EntryOperation {
  readonly api: string;
  readonly version: string;
  readonly slug: string;
  readonly title: string;
  /** Upper case. */
  readonly method: string;
}

export type EntryOutcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly totalMilliseconds: number;
      /** Of the body. */
      readonly bytes: number;
    }
  /** No answer; why, in words. */
  | { readonly kind: 'failed'; readonly title: string };

/** What is kept of an answer. */
export interface KeptAnswer {
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The body, or its beginning; '' where there is none, or it is not text. */
  readonly text: string;
  /** `beginning`: the rest was too long. `nothing`: the body was not text. */
  readonly kept: 'all' | 'beginning' | 'nothing';
}

/** The operation's own page. Every piece is encoded: an entry may come from somebody else's file. */
export function pageOf({ api, version, slug }: EntryOperation): string {
  return `/reference/${[api, version, slug].map(encodeURIComponent).join('/')}`;
}

/** Favourites and what was saved stay until somebody deletes them. */
export function isKeptOnPurpose({ isFavourite, kind }: HistoryEntry): boolean {
  return isFavourite || kind === 'saved';
}

export function titleOf({ name, operation }: HistoryEntry): string {
  return name === '' ? operation.title : name;
}
