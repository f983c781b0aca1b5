import type { RequestDescription } from '../request';

/** What a format is written from. */
export interface Writing {
  /** Made ready: at a whole address, each header once. */
  readonly request: RequestDescription;
  /** What the operation is called. */
  readonly title: string;
  /** Its name in programs: `createOffer`. */
  readonly id: string;
  /** What stands for the credential in `request`; files that have variables keep it in one. */
  readonly credential: string | null;
  readonly now: Date;
}

export interface Written {
  readonly text: string;
  /** What the format cannot hold of the request, a sentence each. */
  readonly limits: readonly string[];
}

export type FormatWriter = (writing: Writing) => Written;
