import { ProblemError, type ProblemPlace } from './problem.ts';

/** One place that is not as described: a JSON pointer into the body, or into the object of the parameters. */
export interface InvalidPlace {
  readonly pointer: string;
  readonly message: string;
}

/** The problem that names every place of a request that is not as the contract describes it. */
export function invalidRequest(room: ProblemPlace['in'], places: readonly InvalidPlace[]): ProblemError {
  const errors = places.map(({ pointer, message }): ProblemPlace => {
    return { in: room, at: room === 'body' ? pointer : pointer.slice(1), message };
  });
  const sentences = errors.map(({ at, message }) => `${room} ${at === '' ? 'as a whole' : at} ${message}`);
  return new ProblemError('request-invalid', { detail: `${sentences.join('; ')}.`, errors });
}
