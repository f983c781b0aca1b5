import { ProblemError } from '../../platform/problem.ts';

/** Somebody else was faster: what was sent rests on a listing that is another one by now. */
export function changedMeanwhile(): ProblemError {
  return new ProblemError('changed-meanwhile', {
    detail:
      'Somebody changed the listing since you read it. Nothing of yours was stored: read it again, then make your change there.',
  });
}

export function invalidListing(
  detail: string,
  places: readonly { readonly at: string; readonly message: string }[],
): ProblemError {
  return new ProblemError('request-invalid', { detail, errors: places.map((place) => ({ in: 'body', ...place })) });
}

/** What is asked for does not fit the state of the listing. */
export function refusedNow(detail: string): ProblemError {
  return new ProblemError('resource-conflict', { detail });
}
