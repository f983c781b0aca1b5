import type { Readable } from 'node:stream';
import { errors } from 'undici';
import { TokenFailure } from '../upstream-token/index.ts';
import type { Circuit, Outcome, Pass } from './circuit.ts';
import { pausedProblem } from './refusals.ts';
import { isOutOfOrder } from './repeatable.ts';

/** What an answer shows of itself, whatever the protocol: an HTTP status, and a body whose end is the answer's. */
export interface Attempted {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Null: all of it is there, and nothing more will be heard of it. */
  readonly body: (Pick<Readable, 'once'> & { dump(): Promise<unknown> }) | null;
}

export type Send<A extends Attempted = Attempted> = () => Promise<A>;

/** An answer, and how the circuit hears afterwards that it was of no use. */
export interface AttemptedOnce<A extends Attempted> {
  readonly answer: A;
  readonly retract: () => void;
}

/** Sends once through the circuit, and tells it what came of that. Throws `upstream-paused` where the circuit is open. */
export async function attempt<A extends Attempted>(
  circuit: Circuit,
  upstream: string,
  gone: AbortSignal,
  send: Send<A>,
): Promise<AttemptedOnce<A>> {
  const pass = circuit.enter();
  if (pass.kind === 'pause') throw pausedProblem(upstream, pass.retryAfterSeconds);
  try {
    const answer = await send();
    follow(answer, pass, gone);
    return { answer, retract: () => pass.retract() };
  } catch (cause) {
    pass.report(outcomeOf(cause, gone));
    throw cause;
  }
}

/** An answer that breaks off or falls silent is a failure, too: what counts is its end. A probe's stream may have none for hours. */
function follow({ statusCode, body }: Attempted, pass: Pass, gone: AbortSignal): void {
  if (isOutOfOrder(statusCode) || statusCode > 599) pass.report('failure');
  else if (pass.isProbe || body === null) pass.report('success');
  if (body === null) return;
  body.once('end', () => pass.report('success'));
  body.once('error', (cause) => pass.report(outcomeOf(cause, gone)));
  body.once('close', () => pass.report('unknown'));
}

/** What the client did is not the upstream's failure: going away, or sending what cannot be sent on. Nor is what a token endpoint did. */
function outcomeOf(cause: unknown, gone: AbortSignal): Outcome {
  const isClients =
    gone.aborted ||
    cause instanceof TokenFailure ||
    cause instanceof errors.RequestAbortedError ||
    cause instanceof errors.InvalidArgumentError ||
    cause instanceof errors.RequestContentLengthMismatchError;
  return isClients ? 'unknown' : 'failure';
}
