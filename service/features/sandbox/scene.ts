import type { Operation } from '../../../contract/model.ts';
import type { RefusalStatus } from '../../../contract/x-sandbox/index.ts';
import type { KnownApi } from './known-api.ts';
import type { Random } from './random.ts';
import type { SandboxState } from './state.ts';

/** A request that was found to be as the contract says. */
export interface SandboxRequest {
  readonly operation: Operation;
  /** Decoded. */
  readonly path: ReadonlyMap<string, string>;
  /** With the types that their schemas mean. */
  readonly query: ReadonlyMap<string, unknown>;
  /** Undefined where there is none. */
  readonly body: unknown;
  readonly idempotencyKey: string | undefined;
  /** `If-Match` and `If-None-Match`, as they were sent. */
  readonly ifMatch?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
  /** Where the API version is for the client, without a trailing slash: `https://…/gateway/cardea/v2`. */
  readonly baseUrl: string;
  /** Below it, and the query string without its question mark: as they were sent. */
  readonly sentPath: string;
  readonly sentQuery: string;
}

/** All that playing an operation needs. */
export interface Scene {
  readonly known: KnownApi;
  readonly request: SandboxRequest;
  readonly state: SandboxState;
  readonly now: Date;
  readonly random: Random;
}

/** What playing an operation came to, before it is put into the contract's form. */
export type Outcome =
  | {
      readonly kind: 'done';
      /** Statuses to answer with, the best first; the contract decides which of them it declares. */
      readonly prefer: readonly string[];
      /** Undefined: what the contract shows. */
      readonly value?: unknown;
      readonly location?: string;
      readonly links?: string;
      /** Shown where the contract declares the header. */
      readonly etag?: string | undefined;
    }
  | {
      readonly kind: 'refused';
      readonly status: RefusalStatus;
      readonly detail: string;
      /** Which of the declared examples is of this case: by its name, or by what it speaks of. */
      readonly example?: string | RegExp | undefined;
    };

export function notThere(detail: string): Outcome {
  return { kind: 'refused', status: 404, detail };
}
