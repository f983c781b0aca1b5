import type { Clock } from '../../platform/clock.ts';
import { ProblemError } from '../../platform/problem.ts';
import type { Authenticate } from '../keys/index.ts';
import { type Facts, needed, type Step } from './facts.ts';
import { presentedKey } from './presented-key.ts';
import { readQuery } from './query-string.ts';
import { requireScopes } from './require-scopes.ts';

/** Finds out whose key the request carries. An operation that needs none still takes one, and then it must be good. */
export function authenticateStep(authenticate: Authenticate, clock: Clock): Step {
  return { name: 'authenticate', run: (facts) => identify(facts, authenticate, clock) };
}

async function identify(facts: Facts, authenticate: Authenticate, clock: Clock): Promise<Facts> {
  const { contract, upstream } = needed(facts.served, 'served');
  const { operation } = needed(facts.match, 'match');
  const { query } = needed(facts.address, 'address');
  const presented = presentedKey(contract, facts.request.headers, readQuery(query));
  if (presented === undefined && needsNoKey(operation.security)) return { ...facts, key: null };
  const decision = await authenticate(presented, clock.now());
  if (decision.kind === 'refused') {
    // RFC 6750 §3.1: a token that was sent and is not good has a word of its own.
    const error = decision.code === 'token-invalid' ? ', error="invalid_token"' : '';
    const headers = { 'www-authenticate': `Bearer realm="portal"${error}` };
    throw new ProblemError(decision.code, { detail: decision.detail, headers });
  }
  const { key } = decision;
  if (key.environment === 'live' && upstream === 'sandbox') {
    throw new ProblemError('environment-unavailable', {
      detail: `This is a live key, and ${contract.api} ${contract.version} is here in the sandbox only. Use a key that starts with ptl_test_.`,
    });
  }
  if (key.limitedTo) requireScopes(contract, operation, key.limitedTo);
  return { ...facts, key };
}

/** OpenAPI 3.1 §4.8.30: no requirement, or one alternative that is empty. */
function needsNoKey(security: readonly Readonly<Record<string, unknown>>[]): boolean {
  return security.length === 0 || security.some((requirement) => Object.keys(requirement).length === 0);
}
