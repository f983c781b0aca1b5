import { STATUS_CODES } from 'node:http';
import { ProblemError, type ProblemCode } from '../../platform/problem.ts';
import { type ShownAnswer, shownAnswer } from '../sandbox/index.ts';
import type { InsteadAnswer } from './trouble.ts';
import type { TroubledRequest } from './troubled-request.ts';

/** What the gateway itself says with a status. */
const codes: Readonly<Record<number, ProblemCode>> = {
  400: 'request-invalid',
  401: 'key-expired',
  403: 'scope-insufficient',
  404: 'resource-not-found',
  406: 'not-acceptable',
  409: 'resource-conflict',
  413: 'body-too-large',
  415: 'media-type-unsupported',
  429: 'rate-limited',
  500: 'internal',
  502: 'upstream-unavailable',
  503: 'unavailable',
  504: 'upstream-timeout',
  507: 'storage-full',
};

/** An error with this status: as the contract declares it, else as a problem of the gateway's. */
export function inducedError(
  { contract, operation, chooseType }: TroubledRequest,
  status: number,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): InsteadAnswer {
  const answer = shownAnswer(contract, operation, { status, detail, topic: topics[status] }, chooseType);
  if (answer.kind === 'answer') return shown(answer, headers);
  return { kind: 'problem', status, code: codes[status] ?? null, detail, headers: { ...usual[status], ...headers } };
}

/** Of several examples the one that the gateway would say. */
const topics: Readonly<Record<number, RegExp>> = { 401: /expire/i };

/** What a client goes by, where the contract does not say it. */
const usual: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  401: { 'www-authenticate': 'Bearer realm="portal", error="invalid_token"' },
  429: { 'retry-after': '1' },
  503: { 'retry-after': '1' },
};

/** The answer that `Prefer` names. Throws `request-invalid` where the contract has no such answer or example. */
export function preferredAnswer(
  request: TroubledRequest,
  wish: { readonly status?: number; readonly example?: string; readonly isDynamic: boolean },
): InsteadAnswer {
  const { contract, operation, chooseType } = request;
  const { status } = wish;
  const detail = `The sandbox answers like this because the request asked for it${status ? `: Prefer: code=${status}` : ''}.`;
  const answer = shownAnswer(contract, operation, { ...wish, detail }, chooseType);
  if (answer.kind === 'answer') return shown(answer);
  if (answer.kind === 'no-status' && status !== undefined && status >= 400 && wish.example === undefined) {
    return inducedError(request, status, detail);
  }
  throw refusal(operation.id, wish, answer);
}

function shown(
  answer: ShownAnswer & { readonly kind: 'answer' },
  headers: Readonly<Record<string, string>> = {},
): InsteadAnswer {
  return { kind: 'shown', answer: { ...answer, headers: { ...usual[answer.status], ...answer.headers, ...headers } } };
}

function refusal(
  operation: string,
  { status, example }: { readonly status?: number; readonly example?: string },
  lack:
    | { readonly kind: 'no-status'; readonly statuses: readonly string[] }
    | { readonly kind: 'no-example'; readonly names: readonly string[] },
): ProblemError {
  const at = status === undefined ? '' : ` with ${status} ${STATUS_CODES[status] ?? ''}`.trimEnd();
  const message =
    lack.kind === 'no-status'
      ? `${operation} declares no answer${at}; it declares ${listed(lack.statuses)}, and any status from 400 to 599 can be asked for without an example`
      : `${operation} has no example "${String(example).slice(0, 60)}"${at}; it has ${listed(lack.names)}`;
  return new ProblemError('request-invalid', {
    detail: `The answer that Prefer names is not there: ${message}.`,
    errors: [{ in: 'header', at: 'prefer', message }],
  });
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.slice(0, 20).join(', ');
}
