import type { AddressLimit } from '../../platform/address-limit.ts';
import type { Clock } from '../../platform/clock.ts';
import { ProblemError } from '../../platform/problem.ts';
import { type Authenticate, isGuess, type UsableKey } from '../keys/index.ts';
import { authenticateSeveral } from './authenticate-several.ts';
import { asksForSeveral } from './combined-security.ts';
import { type Facts, needed, type Step } from './facts.ts';
import { type PresentedCredential, presentedCredentials } from './presented-credentials.ts';
import { readQuery } from './query-string.ts';
import { refusalOf } from './refused-key.ts';
import { requireKeyScopes, requireScopes } from './require-scopes.ts';

/**
 * Finds out whose key the request carries. An operation that needs none still takes one, and then it must be good. Keys that open nothing
 * are counted by the client's network.
 */
export function authenticateStep(authenticate: Authenticate, countGuess: AddressLimit, clock: Clock): Step {
  return {
    name: 'authenticate',
    async run(facts) {
      try {
        return await identify(facts, authenticate, clock.now());
      } catch (error) {
        if (error instanceof ProblemError && isGuess(error.code)) await countGuess({ ip: facts.request.address });
        throw error;
      }
    },
  };
}

async function identify(facts: Facts, authenticate: Authenticate, now: Date): Promise<Facts> {
  const { contract } = needed(facts.served, 'served');
  const { operation } = needed(facts.match, 'match');
  const { query } = needed(facts.address, 'address');
  const presented = presentedCredentials(contract, facts.request.headers, readQuery(query));
  if (presented.length === 0 && needsNoKey(operation.security)) return { ...facts, key: null };
  if (asksForSeveral(operation)) {
    const { key, ours } = await authenticateSeveral(facts, presented, authenticate, now);
    return opened(facts, key, ours);
  }
  const first = presented[0];
  const decision = await authenticate(first?.text, now);
  if (decision.kind === 'refused') throw refusalOf(decision);
  if (decision.key.limitedTo) requireScopes(contract, operation, decision.key.limitedTo);
  if (decision.key.onlyScopes) requireKeyScopes(contract, operation, decision.key.onlyScopes);
  return opened(facts, decision.key, first ? [first] : []);
}

function opened(facts: Facts, key: UsableKey, ours: readonly PresentedCredential[]): Facts {
  const { contract, upstream, live } = needed(facts.served, 'served');
  if (key.environment === 'live' && upstream === 'sandbox' && live === undefined) {
    throw new ProblemError('environment-unavailable', {
      detail: `This is a live key, and ${contract.api} ${contract.version} is here in the sandbox only. Use a key that starts with ptl_test_.`,
    });
  }
  return { ...facts, key, ours };
}

/** OpenAPI 3.1 §4.8.30: no requirement, or one alternative that is empty. */
function needsNoKey(security: readonly Readonly<Record<string, unknown>>[]): boolean {
  return security.length === 0 || security.some((requirement) => Object.keys(requirement).length === 0);
}
