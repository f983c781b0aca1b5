import { ProblemError } from '../../platform/problem.ts';
import type { KeyDecision } from '../keys/index.ts';

/** The refusal as an answer. RFC 6750 §3.1: a token that was sent and is not good has a word of its own. */
export function refusalOf(decision: KeyDecision): ProblemError {
  if (decision.kind === 'usable') throw new Error('A usable key is not refused.');
  const error = decision.code === 'token-invalid' ? ', error="invalid_token"' : '';
  const headers = { 'www-authenticate': `Bearer realm="portal"${error}` };
  return new ProblemError(decision.code, { detail: decision.detail, headers });
}
