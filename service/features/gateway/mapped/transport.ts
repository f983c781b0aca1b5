import { once } from 'node:events';
import { Readable } from 'node:stream';
import type { Facts, UpstreamAnswer } from '../facts.ts';
import type { Attempted } from '../resilience/attempt.ts';

/** A call as it goes out: where to, and the headers with the credential among them. */
export interface MappedRequest {
  /** The address of the configuration, its variables filled. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The whole of what came back, read within the time for an answer; `body` has ended and only says so. */
export interface MappedAttempt<Result> extends Attempted {
  readonly body: EndedBody;
  readonly result: Result;
}

/** How one live upstream is spoken to that does not speak the contract's HTTP. */
export interface Transport<Result = unknown> {
  /** Puts a request into a call, before anything is taken for it. Throws a `ProblemError` where that cannot be done. */
  prepare(facts: Facts): PreparedCall<Result>;
  close(): Promise<void>;
}

/** A call that may be sent twice. */
export interface PreparedCall<Result = unknown> {
  /** Throws what `signal` says, `LateAnswer`, and a lost connection under the code that Node has for it. */
  send(request: MappedRequest, options: SendOptions): Promise<MappedAttempt<Result>>;
  /**
   * The answer in the contract's words. Throws a `ProblemError` for an error of the upstream; `onUnusable` hears where it is none of its
   * protocol.
   */
  toAnswer(attempt: MappedAttempt<Result>, onUnusable: () => void): UpstreamAnswer;
}

export interface SendOptions {
  readonly signal: AbortSignal;
  /** How long there is for the answer. */
  readonly seconds: number;
}

/** A body of nothing: for those who wait for an answer's end before they give its place away, and who count it then. */
export class EndedBody extends Readable {
  override _read(): void {
    this.push(null);
  }

  /** Lets it end. */
  async dump(): Promise<void> {
    this.resume();
    if (!this.closed) await once(this, 'close');
  }
}
