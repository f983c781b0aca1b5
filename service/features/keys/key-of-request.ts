import type { FastifyRequest } from 'fastify';
import type { AddressLimit } from '../../platform/address-limit.ts';
import type { Clock } from '../../platform/clock.ts';
import { ProblemError } from '../../platform/problem.ts';
import { type Authenticate, isGuess, type UsableKey } from './authenticate.ts';
import { portalScope } from './key-scopes.ts';
import type { LastUses } from './managed/last-uses.ts';

/**
 * The usable key of a request's `Authorization: Bearer …` (RFC 6750 §2.1), where the portal's own API is open to it; throws the
 * problem where there is none.
 */
export type KeyOfRequest = (request: FastifyRequest) => Promise<UsableKey>;

export function keyReader(deps: {
  readonly authenticate: Authenticate;
  readonly countGuess: AddressLimit;
  readonly clock: Clock;
  readonly noteUse: LastUses['note'];
}): KeyOfRequest {
  const { authenticate, countGuess, clock } = deps;
  return async (request) => {
    const presented = /^Bearer +(\S*) *$/i.exec(request.headers.authorization ?? '')?.[1];
    const decision = await authenticate(presented, clock.now());
    if (decision.kind === 'refused') {
      if (isGuess(decision.code)) await countGuess(request);
      throw new ProblemError(decision.code, { detail: decision.detail, headers: { 'www-authenticate': 'Bearer' } });
    }
    const { id: keyId, organization, onlyScopes } = decision.key;
    deps.noteUse({ keyId, organization, at: clock.now() });
    if (onlyScopes === undefined || onlyScopes.includes(portalScope)) return decision.key;
    throw new ProblemError('scope-insufficient', {
      detail: `This needs the scope ${portalScope}; the key has ${onlyScopes.join(' ')}. Make a key with that scope.`,
      headers: { 'www-authenticate': `Bearer error="insufficient_scope", scope="${portalScope}"` },
    });
  };
}
