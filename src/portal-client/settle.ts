import { problemOfFailure, readProblem, type Outcome } from './problem';

/** Makes a value or a problem of a call; nothing is thrown. */
export async function settle<Value>(
  call: Promise<{ data?: Value; error?: unknown; response: Response }>,
): Promise<Outcome<NonNullable<Value>>> {
  try {
    const { data, error, response } = await call;
    if (!response.ok) return { kind: 'problem', problem: readProblem(response.status, error, response.headers) };
    if (data === undefined || data === null) throw new SyntaxError('The answer has no body');
    return { kind: 'ok', value: data };
  } catch (error) {
    return { kind: 'problem', problem: problemOfFailure(error) };
  }
}

/** The same for a call whose answer has no body, and that is right (204). */
export function settleEmpty(call: Promise<{ error?: unknown; response: Response }>): Promise<Outcome<true>> {
  return settle(call.then(({ error, response }) => ({ data: true as const, error, response })));
}
