import { createHash } from 'node:crypto';
import type { DriftKind, Exchange, ExchangeFinding } from '../traffic/index.ts';

/** The answers that are looked at together: of one operation, with one status. */
export interface DriftGroup {
  readonly api: string;
  readonly version: string;
  readonly operation: string;
  readonly environment: 'sandbox' | 'live';
  /** What the API said, not what the gateway may have said in its place. */
  readonly status: number;
}

/** One place where answers of a group are not as the contract says, over all exchanges. */
export interface DriftEntry extends DriftGroup {
  readonly id: string;
  readonly kind: DriftKind;
  /** A JSON pointer with `*` for each index, or a header's name; empty: the answer as a whole. */
  readonly place: string;
  /** What the contract expects, in words. */
  readonly message: string;
  readonly firstSeen: Date;
  readonly lastSeen: Date;
  readonly count: number;
  /** How many answers of the group were compared since without this finding. */
  readonly cleanAnswers: number;
  /** What stood there, without secrets; the latest that was kept. */
  readonly example: string | null;
  /** The ids of the latest exchanges that had it, newest first. */
  readonly exchanges: readonly string[];
  /** Null: it is open. */
  readonly resolved: Resolution | null;
}

export interface Resolution {
  readonly at: Date;
  readonly by: ResolvedBy;
}

/** So many answers without it, or somebody of the team who says so. */
export type ResolvedBy = 'clean-answers' | 'person';

/** So many answers in a row without it, and an entry is resolved. One more with it opens the entry again. */
export const cleanAnswersToResolve = 500;

export const exchangesKept = 5;

export function groupOf(exchange: Exchange): DriftGroup | null {
  const { api, version, operation, environment, upstreamStatus: status } = exchange;
  if (operation === null || status === null) return null;
  return { api, version, operation, environment: environment ?? 'sandbox', status };
}

export function groupKey({ api, version, operation, environment, status }: DriftGroup): string {
  return `${api}/${version}/${operation} ${environment} ${status}`;
}

/** `/data/0/status` and `/data/1/status` are one place: the items of a list have one schema. */
export function placeOf({ drift, at }: ExchangeFinding): string {
  const place = drift === 'schema' ? at.replaceAll(/\/\d+(?=\/|$)/g, '/*') : at;
  return storable(place.slice(0, 300));
}

/** The same for the same finding in the same group, in every process. */
export function fingerprintOf(group: DriftGroup, kind: DriftKind, place: string, message: string): string {
  const text = JSON.stringify([groupKey(group), kind, place, message]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

/** PostgreSQL's text has no NUL and no half of a surrogate pair. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
