/**
 * Every problem that the service answers with (RFC 9457). Each code has its page, `/docs/errors/{code}`, which is the
 * `type` of the answer.
 */
export const problems = {
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'api-not-found': { status: 404, title: 'There is no such API or version' },
  'operation-not-found': { status: 404, title: 'The API has no such operation' },
  'method-not-allowed': { status: 405, title: 'The address does not take this method' },
  'key-missing': { status: 401, title: 'The request carries no key' },
  'key-malformed': { status: 401, title: 'The key is mistyped' },
  'key-unknown': { status: 401, title: 'The key is not known' },
  'key-expired': { status: 401, title: 'The key has expired' },
  'key-revoked': { status: 401, title: 'The key was revoked' },
  'token-invalid': { status: 401, title: 'The access token opens nothing' },
  'scope-insufficient': { status: 403, title: 'The key or access token lacks a scope' },
  'team-only': { status: 403, title: 'This is for the team that runs the portal' },
  'launch-missing': { status: 403, title: 'The organization has not launched yet' },
  'environment-unavailable': { status: 403, title: 'The key’s environment is not available for this API' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  'request-invalid': { status: 400, title: 'The request is not as the contract describes it' },
  'body-malformed': { status: 400, title: 'The body cannot be read' },
  'media-type-unsupported': { status: 415, title: 'The body’s media type is not supported' },
  'not-acceptable': { status: 406, title: 'No answer in an accepted media type' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'request-timeout': { status: 408, title: 'The request took too long to arrive' },
  'head-too-large': { status: 431, title: 'The headers are too large' },
  'resource-not-found': { status: 404, title: 'There is no such resource' },
  'sandbox-full': { status: 409, title: 'The sandbox holds as much as it may' },
  'resource-conflict': { status: 409, title: 'The request conflicts with what is there' },
  'changed-meanwhile': { status: 412, title: 'It was changed meanwhile' },
  'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key was used with another request' },
  'idempotency-key-in-use': { status: 409, title: 'The first request with this Idempotency-Key is under way' },
  'idempotency-outcome-unknown': { status: 409, title: 'It is not known what came of this Idempotency-Key' },
  'upstream-unavailable': { status: 502, title: 'The API behind the gateway does not answer' },
  'answer-invalid': { status: 502, title: 'The API’s answer is not as its contract describes it' },
  'upstream-timeout': { status: 504, title: 'The API behind the gateway takes too long' },
  'upstream-paused': { status: 503, title: 'The API behind the gateway is left alone for a moment' },
  'upstream-busy': { status: 503, title: 'The API behind the gateway has too much to do' },
  'upstream-error': { status: 502, title: 'The API behind the gateway answered with an error' },
  overloaded: { status: 503, title: 'The gateway has too much to do' },
  'session-missing': { status: 401, title: 'Nobody is signed in' },
  'role-insufficient': { status: 403, title: 'Your role does not allow this' },
  'sign-in-stale': { status: 403, title: 'Sign in again to do this' },
  'credentials-invalid': { status: 401, title: 'The address and the password do not belong together' },
  'address-unconfirmed': { status: 403, title: 'The address is not confirmed yet' },
  'approval-missing': { status: 403, title: 'The team has not approved the account yet' },
  'second-factor-invalid': { status: 401, title: 'The code is not the right one' },
  'sign-up-closed': { status: 403, title: 'Nobody signs up here without an invitation' },
  'link-invalid': { status: 400, title: 'The link does not work any more' },
  'origin-refused': { status: 403, title: 'The request comes from another site' },
  unavailable: { status: 503, title: 'The service is not available at the moment' },
  'storage-full': { status: 507, title: 'The service cannot store more' },
  internal: { status: 500, title: 'Something went wrong on our side' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

/** One place in a request that is not as described: a parameter's name, or a JSON pointer into the body. */
export interface ProblemPlace {
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'body';
  readonly at: string;
  readonly message: string;
}

export interface ProblemDetails {
  /** What happened, with which value, and what to do. */
  readonly detail?: string;
  readonly errors?: readonly ProblemPlace[];
  /** Where a code has no status of its own, `upstream-error`. */
  readonly status?: number;
  /** What an upstream calls its error. */
  readonly upstreamCode?: string;
  /** Sent with the answer: `retry-after`, `allow`, `www-authenticate`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** Thrown by a route or gateway step that refuses; the error handler turns it into the answer. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: readonly ProblemPlace[] | undefined;
  readonly upstreamCode: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(details.detail ?? problems[code].title, { cause: details.cause });
    this.code = code;
    this.status = details.status ?? problems[code].status;
    this.title = problems[code].title;
    this.detail = details.detail;
    this.errors = details.errors;
    this.upstreamCode = details.upstreamCode;
    this.headers = details.headers ?? {};
  }
}

export const problemMediaType = 'application/problem+json';

/** The body on the wire. `siteUrl` may be empty: then `type` is relative to the answer's own address. */
export interface ProblemJson {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly errors?: readonly ProblemPlace[];
  readonly upstreamCode?: string;
}

export function toProblemJson(problem: ProblemError, context: { siteUrl: string; instance?: string }): ProblemJson {
  return {
    type: `${context.siteUrl}/docs/errors/${problem.code}`,
    title: problem.title,
    status: problem.status,
    ...(problem.detail !== undefined && { detail: problem.detail }),
    ...(context.instance !== undefined && { instance: context.instance }),
    ...(problem.errors !== undefined && { errors: problem.errors }),
    ...(problem.upstreamCode !== undefined && { upstreamCode: problem.upstreamCode }),
  };
}
