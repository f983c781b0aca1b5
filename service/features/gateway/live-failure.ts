import { errors } from 'undici';
import { ProblemError } from '../../platform/problem.ts';
import { TokenFailure } from './upstream-token/index.ts';

/** The answer did not begin in time. */
export class LateAnswer extends Error {
  override readonly name = 'LateAnswer';
  /** How long it had, in words. */
  readonly time: string;

  constructor(seconds?: number) {
    const time = seconds === undefined ? 'time' : `${seconds} seconds`;
    super(`The upstream did not answer in ${time}.`);
    this.time = time;
  }
}

/** An answer began, and its next piece did not come in time. */
export class SilentAnswer extends Error {
  override readonly name = 'SilentAnswer';
}

/**
 * What the client is told where a live upstream gives no answer: 504 where it is late, 502 otherwise. Which machine it is and why
 * stands in the log only.
 */
export function liveFailure(cause: unknown, upstream: string): ProblemError {
  if (cause instanceof errors.ConnectTimeoutError) {
    const detail = `${upstream} takes no connections. Nothing was done: send the request again in some seconds.`;
    return new ProblemError('upstream-timeout', { detail, cause });
  }
  if (cause instanceof LateAnswer) {
    const detail = `${upstream} did not begin to answer in ${cause.time}. It may have done what you asked for: look before you send a write again, or send it with the same Idempotency-Key.`;
    return new ProblemError('upstream-timeout', { detail, cause });
  }
  return new ProblemError('upstream-unavailable', { detail: `${upstream} ${whatHappened(cause)}`, cause });
}

/** What the client is told where an answer had begun and broke off, and nothing of it has gone out yet. */
export function brokenAnswer(cause: Error): ProblemError {
  const isLate = isSilence(cause) || cause instanceof LateAnswer;
  const happened = isLate ? 'fell silent' : 'broke off';
  const detail = `The API began to answer and ${happened}. It may have done what you asked for: look before you send a write again.`;
  return new ProblemError(isLate ? 'upstream-timeout' : 'upstream-unavailable', { detail, cause });
}

function isSilence(cause: Error | undefined): boolean {
  return cause instanceof errors.BodyTimeoutError || cause instanceof SilentAnswer;
}

/** How an answer ended that had begun, for a finding. */
export function spokenBreak(cause: Error | undefined): string {
  if (isSilence(cause)) return 'the answer fell silent before its end, and was broken off';
  if (cause instanceof LateAnswer) return `the answer did not end in ${cause.time}, and was broken off`;
  return 'the answer broke off before its end';
}

const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const unproven = /^(?:CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|UNABLE_TO|SELF_SIGNED)/;

/** Whether a request that ended so was not sent: nothing can have come of it. */
export function isUnsent({ code, status, cause }: ProblemError): boolean {
  if (status < 500 || code === 'upstream-paused' || code === 'upstream-busy') return true;
  if (cause instanceof errors.ConnectTimeoutError || cause instanceof TokenFailure) return true;
  const reason = codeOf(cause);
  return unreachable.has(reason) || unproven.test(reason);
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

function whatHappened(cause: unknown): string {
  if (cause instanceof TokenFailure) {
    return cause.isRefusal
      ? 'takes an access token, and the gateway is refused one, so nothing was sent. Tell whoever runs this portal.'
      : 'takes an access token, and the gateway gets none at the moment. Nothing was done: send the request again in some seconds.';
  }
  const code = codeOf(cause);
  if (unreachable.has(code)) {
    return 'cannot be reached. Nothing was done: send the request again in some seconds.';
  }
  if (unproven.test(code)) {
    return 'does not prove who it is, so nothing was sent. Tell whoever runs this portal.';
  }
  if (code.startsWith('HPE_') || code === 'UND_ERR_HEADERS_OVERFLOW') {
    return 'answered with something that is not HTTP. Tell whoever runs this portal.';
  }
  return 'broke off before it answered. It may have done what you asked for: look before you send a write again.';
}
