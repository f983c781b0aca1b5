import type { FastifyRequest } from 'fastify';
import type { AddressLimit } from '../../platform/address-limit.ts';
import type { Clock } from '../../platform/clock.ts';
import { ProblemError } from '../../platform/problem.ts';
import { type Authenticate, isGuess, type UsableKey } from './authenticate.ts';

/** The usable key of a request's `Authorization: Bearer …` (RFC 6750 §2.1); throws the problem where there is none. */
export type KeyOfRequest = (request: FastifyRequest) => Promise<UsableKey>;

export function keyReader(authenticate: Authenticate, countGuess: AddressLimit, clock: Clock): KeyOfRequest {
  return async (request) => {
    const presented = /^Bearer +(\S*) *$/i.exec(request.headers.authorization ?? '')?.[1];
    const decision = await authenticate(presented, clock.now());
    if (decision.kind === 'usable') return decision.key;
    if (isGuess(decision.code)) await countGuess(request);
    throw new ProblemError(decision.code, { detail: decision.detail, headers: { 'www-authenticate': 'Bearer' } });
  };
}
