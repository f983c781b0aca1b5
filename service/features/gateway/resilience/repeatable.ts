import { errors } from 'undici';
import { type Facts, needed } from '../facts.ts';

/** RFC 9110 §9.2.2, and QUERY (draft-ietf-httpbis-safe-method-w-body). */
const idempotentMethods = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'QUERY', 'PUT', 'DELETE']);
const idempotencyKey = 'idempotency-key';

/**
 * Whether sending the request a second time does no more than sending it once: its method says so, or it carries an `Idempotency-Key` that
 * its operation declares. A body that goes through as it comes is never there a second time.
 */
export function isRepeatable(facts: Facts): boolean {
  const { method, headers } = facts.request;
  if (needed(facts.input, 'input').stream !== undefined) return false;
  if (idempotentMethods.has(method)) return true;
  const key = headers[idempotencyKey];
  if (key === undefined || key === '') return false;
  const { parameters } = needed(facts.match, 'match').operation;
  return parameters.some(({ in: room, name }) => room === 'header' && name.toLowerCase() === idempotencyKey);
}

/** The upstream, or a proxy before it, says that it cannot work at the moment. */
export function isOutOfOrder(status: number): boolean {
  return status === 502 || status === 503 || status === 504;
}

/** Whether an answer asks to be left alone for a while (RFC 9110 §10.2.3): any `Retry-After` but `0` does. */
export function asksToWait(retryAfter: string | string[] | undefined): boolean {
  return retryAfter !== undefined && String(retryAfter).trim() !== '0';
}

const lostConnection = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_SOCKET',
]);

/** Whether no connection came about, or it ended before an answer began. Lateness and what is not HTTP would be the same again. */
export function isLostConnection(cause: unknown): boolean {
  if (cause instanceof errors.ConnectTimeoutError) return true;
  return cause instanceof Error && 'code' in cause && lostConnection.has(String(cause.code));
}
