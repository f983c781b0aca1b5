import type { OperationPage } from './reference-page.ts';

/** An operation within a guide, by `<TryIt />` or `<Sample />`: what the guide's page is rendered from. Made and checked at build time. */
export interface EmbeddedOperation {
  /** Without descriptions, schemas' insides and answers: enough for the first request. The whole is at `href` + `.json`. */
  readonly page: OperationPage;
  readonly href: string;
  readonly given: GivenValues;
  /** The guide's file. */
  readonly guide: string;
  /** Its number among those of the guide, from 1. */
  readonly place: number;
  /** The values of earlier ones that `given` names as `{{name}}`. */
  readonly needs: readonly NeededValue[];
  /** What it hands on from its answer. */
  readonly saves: readonly SavedValue[];
}

/** What a guide fills into the form. */
export interface GivenValues {
  /** By place and name, `query:limit`, as one types it. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface NeededValue {
  readonly name: string;
  /** The title of the operation that gives it. */
  readonly from: string;
  /** What stands for it in a sample until it is there: `OFFER_ID`. */
  readonly placeholder: string;
}

export interface SavedValue {
  readonly name: string;
  /** Where it stands in the answer's body (RFC 6901). */
  readonly pointer: string;
}
