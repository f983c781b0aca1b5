import type { components } from './generated';

type ProblemDocument = components['schemas']['Problem'];

/** One place of a request that is not as described: a parameter's name, or a JSON pointer into the body. */
export type ProblemPlace = NonNullable<ProblemDocument['errors']>[number];

/** Why there is no answer to use: the service refused, it answered something unreadable, or it was not reached. */
export interface PortalProblem {
  readonly kind: 'refused' | 'unreadable' | 'unreachable' | 'aborted';
  /** The last segment of the problem's `type`: `rate-limited`, `key-expired` …; the kind where there is none. */
  readonly code: string;
  readonly status: number | null;
  readonly title: string;
  readonly detail: string | null;
  readonly places: readonly ProblemPlace[];
  readonly retryAfterSeconds: number | null;
  /** The page that says how to mend it. Only ever a path of this site. */
  readonly guide: string | null;
}

export type Outcome<Value> =
  { readonly kind: 'ok'; readonly value: Value } | { readonly kind: 'problem'; readonly problem: PortalProblem };

const codePattern = /\/docs\/errors\/([a-z0-9-]+)$/;

/**
 * Reads problem details (RFC 9457) out of an error answer. Whatever else stands in the body is not trusted: members of
 * the wrong type are left out.
 */
export function readProblem(status: number, body: unknown, headers: Headers): PortalProblem {
  const document = isRecord(body) ? body : {};
  const code = codePattern.exec(text(document.type) ?? '')?.[1];
  return {
    kind: 'refused',
    code: code ?? `status-${status}`,
    status,
    title: text(document.title) ?? `The service answered ${status}`,
    detail: text(document.detail),
    places: Array.isArray(document.errors) ? document.errors.filter(isPlace) : [],
    retryAfterSeconds: readRetryAfter(headers.get('retry-after')),
    guide: code ? `/docs/errors/${code}` : null,
  };
}

/** A failure without an answer: `fetch` rejected, was aborted, or the body could not be read. */
export function problemOfFailure(error: unknown): PortalProblem {
  const nothing = { status: null, detail: null, places: [], retryAfterSeconds: null, guide: null };
  if (isNamed(error, 'AbortError')) return { ...nothing, kind: 'aborted', code: 'aborted', title: 'Stopped' };
  if (error instanceof SyntaxError)
    return { ...nothing, kind: 'unreadable', code: 'unreadable', title: 'The service answered something unreadable' };
  return { ...nothing, kind: 'unreachable', code: 'unreachable', title: 'The service could not be reached' };
}

/** `Retry-After` in seconds (RFC 9110 §10.2.3). Dates are left out: our service sends seconds. */
export function readRetryAfter(value: string | null): number | null {
  return value !== null && /^\d{1,9}$/.test(value.trim()) ? Number(value) : null;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPlace(value: unknown): value is ProblemPlace {
  return isRecord(value) && [value.in, value.at, value.message].every((member) => typeof member === 'string');
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error ? error.name === name : isRecord(error) && error.name === name;
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
