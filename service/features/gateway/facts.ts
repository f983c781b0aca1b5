import type { IncomingHttpHeaders } from 'node:http';
import type { MediaType, Operation } from '../../../contract/model.ts';
import type { Readable } from 'node:stream';
import type { UsableKey } from '../keys/index.ts';
import type { Allowance } from '../limits/index.ts';
import type { ExchangeFinding } from '../traffic/index.ts';
import type { Address } from './address.ts';
import type { PresentedCredential } from './presented-credentials.ts';
import type { ServedVersion } from './served-version.ts';
import type { TraceContext } from './trace-context.ts';

/** A request as it came in. Names of headers are lower-case. */
export interface Received {
  readonly requestId: string;
  readonly method: string;
  /** The target of the request line, as it was sent. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  /** The client's address. */
  readonly address: string;
  /** `https://portal.example`: where the client reached us. */
  readonly origin: string;
  /** Aborted when the client goes away. */
  readonly gone: AbortSignal;
  /** The trace that it belongs to; the client's own, where it named one. */
  readonly trace: TraceContext;
}

/** All that the steps have found out about a request so far. Each step adds its own part. */
export interface Facts {
  readonly request: Received;
  readonly address?: Address;
  readonly served?: ServedVersion;
  readonly match?: { readonly operation: Operation; readonly path: ReadonlyMap<string, string> };
  /** Null: no key was presented, and none is needed. */
  readonly key?: UsableKey | null;
  /** The credentials of this portal that the request carries: they go no further. */
  readonly ours?: readonly PresentedCredential[];
  /** Where the sender stands by its limit. */
  readonly allowance?: Allowance;
  readonly input?: ValidInput;
  readonly answer?: UpstreamAnswer;
  /** When the upstream was asked, as `performance.now()` says it. */
  readonly upstreamFrom?: number;
  readonly upstreamMs?: number;
  /** Set where the answer was compared with the contract before it went out. */
  readonly comparison?: Comparison;
  /** What was made to go wrong in the sandbox, in the words of the answer's `X-Sandbox-Trouble`. */
  readonly trouble?: string;
  readonly findings: readonly ExchangeFinding[];
}

/** An answer beside its contract. */
export interface Comparison {
  /** Whether all of it was compared that the contract speaks of. */
  readonly isWhole: boolean;
  readonly findings: readonly ExchangeFinding[];
  /** The body, where it was read for that. */
  readonly value?: unknown;
  /** It says that it went well, and its body is not what its head says: nobody can read it. */
  readonly isUnusable?: boolean;
}

/** What a request says, found to be as the contract describes it. */
export interface ValidInput {
  /** Decoded. */
  readonly path: ReadonlyMap<string, string>;
  readonly query: ReadonlyMap<string, unknown>;
  readonly body: unknown;
  /** As they came; empty where the operation takes no body. */
  readonly bytes: Buffer;
  /** The body as it comes, where nothing in it can be checked and it goes to a live upstream; then `bytes` is empty. */
  readonly stream?: Readable;
  readonly chooseType: (offered: readonly MediaType[]) => MediaType | undefined;
}

export interface UpstreamAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: AnswerBody;
  /** The code of a refusal that the gateway says in the upstream's place. */
  readonly problem?: string;
  /** What happened on the way to it. */
  readonly findings?: readonly ExchangeFinding[];
  /** Hears of its end, where it came to one, and says what is strange about it. */
  readonly onEnd?: (end: AnswerEnd) => readonly ExchangeFinding[];
}

export interface AnswerEnd {
  readonly bytes: number;
  /** Whether its body is not what its head says, so that nobody can read it. */
  readonly isUnusable: boolean;
}

export type AnswerBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'bytes'; readonly bytes: Buffer; /** Parsed, where it is known. */ readonly value?: unknown }
  | { readonly kind: 'stream'; readonly stream: NodeJS.ReadableStream };

/**
 * One step of the way through the gateway: `match → authenticate → limit → validate → forward → check`. It returns what
 * it found out, or throws a `ProblemError`, which is the answer.
 */
export interface Step {
  readonly name: string;
  run(facts: Facts): Facts | Promise<Facts>;
}

/** What an earlier step must have found; its absence means that the steps are in the wrong order. */
export function needed<T>(fact: T | undefined, name: string): T {
  if (fact === undefined) throw new Error(`The step that finds "${name}" has not run.`);
  return fact;
}
