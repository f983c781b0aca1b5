import { ProblemError } from '../../../platform/problem.ts';

/** What a client is told whose `Idempotency-Key` is not sent on (draft-ietf-httpapi-idempotency-key-header-07 §2.6, §2.7). */

export function reusedKey(): ProblemError {
  return new ProblemError('idempotency-key-reused', {
    detail: 'This Idempotency-Key was used with another request. Send a new key with a new request.',
  });
}

export function keyInUse(): ProblemError {
  return new ProblemError('idempotency-key-in-use', {
    detail:
      'The first request with this Idempotency-Key is still under way. Nothing was done: send this one again in a second.',
    headers: { 'retry-after': '1' },
  });
}

export function unknownOutcome(): ProblemError {
  return new ProblemError('idempotency-outcome-unknown', {
    detail:
      'The first request with this Idempotency-Key was sent on, and what came of it is not known here. Nothing was done now: look whether it had its effect, and send it with a new key if not.',
  });
}
