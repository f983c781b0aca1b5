import type { MappedOperation } from '../../../../contract/mapped/index.ts';
import { ProblemError } from '../../../platform/problem.ts';
import { type Facts, needed, type UpstreamAnswer } from '../facts.ts';

/** A value as the answer that the contract promises. */
export function answerWith(value: unknown, { promised }: MappedOperation, facts: Facts): UpstreamAnswer {
  const { status, body } = promised;
  if (body === undefined) return { status, headers: {}, body: { kind: 'none' } };
  const headers = { 'content-type': body.type };
  if (facts.request.method === 'HEAD') return { status, headers, body: { kind: 'none' } };
  return { status, headers, body: { kind: 'bytes', bytes: Buffer.from(JSON.stringify(value)), value } };
}

/** The mapping of the request's operation. Throws where live does not have it. */
export function mappedOperation(operations: ReadonlyMap<string, MappedOperation>, facts: Facts): MappedOperation {
  const { contract } = needed(facts.served, 'served');
  const { id } = needed(facts.match, 'match').operation;
  const found = operations.get(id);
  if (found) return found;
  throw new ProblemError('environment-unavailable', {
    detail: `${contract.api} ${contract.version} has ${id} in the sandbox only. Send it with a key that starts with ptl_test_.`,
  });
}

/** The name of an error as programs compare it. An upstream's own sentences stay behind: nobody knows what they tell. */
const word = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;

/** An error that the upstream answered with, as far as a client may know. */
export function upstreamError(
  facts: Facts,
  error: { readonly status: number; readonly code?: unknown; readonly what?: string; readonly retryAfter?: string },
): ProblemError {
  const { contract } = needed(facts.served, 'served');
  const name = `${contract.api} ${contract.version}`;
  const code = typeof error.code === 'string' && word.test(error.code) ? error.code : undefined;
  const what = error.what ?? (code === undefined ? 'answered with an error' : `answered with ${code}`);
  return new ProblemError('upstream-error', {
    status: error.status,
    detail: `${name} ${what}. ${remedyFor(error.status)}`,
    ...(code !== undefined && { upstreamCode: code }),
    ...(error.retryAfter !== undefined && { headers: { 'retry-after': error.retryAfter } }),
  });
}

function remedyFor(status: number): string {
  if (status === 429 || status === 503) return 'Send the request again in some seconds.';
  if (status >= 500) return 'If it lasts, tell whoever runs this portal, with the request’s id.';
  return 'Correct the request: sent again as it is, it gets the same answer.';
}
