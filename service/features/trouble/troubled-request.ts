import type { IncomingHttpHeaders } from 'node:http';
import type { Contract, MediaType, Operation } from '../../../contract/model.ts';

/** A request to the sandbox that was found to be as the contract says. */
export interface TroubledRequest {
  readonly contract: Contract;
  readonly operation: Operation;
  /** Null for a request without a key. */
  readonly organization: string | null;
  readonly keyId: string | null;
  /** What it was let in by, as it was sent: a renewed one is told by being another. */
  readonly credential: string | undefined;
  /** Whose waits are counted together. */
  readonly sender: string;
  /** Names are lower-case. */
  readonly headers: IncomingHttpHeaders;
  /** Below the API version's address, and the query string without its question mark: as they were sent. */
  readonly sentPath: string;
  readonly sentQuery: string;
  /** Decoded. */
  readonly path: ReadonlyMap<string, string>;
  readonly query: ReadonlyMap<string, unknown>;
  readonly body: unknown;
  readonly bytes: Buffer;
  readonly chooseType: (offered: readonly MediaType[]) => MediaType | undefined;
}
