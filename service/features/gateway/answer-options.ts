import type { FastifyReply } from 'fastify';
import { readAddress } from './address.ts';
import { corsHeaders, preflightHeaders } from './cors.ts';
import type { Received } from './facts.ts';
import { allowed } from './match.ts';
import type { ServedApis } from './served-version.ts';

/**
 * Answers OPTIONS: a browser's preflight, or the question what a path takes (RFC 9110 §9.3.7). False where it is another
 * method, or an operation of the contract's own. Needs no key: browsers send none with a preflight.
 */
export function answerOptions(apis: ServedApis, request: Received, reply: FastifyReply): boolean {
  if (request.method !== 'OPTIONS') return false;
  const reading = readAddress(request.target);
  const there = reading.kind === 'read' ? apis.find(reading.address.api, reading.address.version) : undefined;
  // A preflight does not say whose it is: what is early access is answered as what is not there, and lets the request come.
  const served = there?.isGated ? undefined : there;
  const found = reading.kind === 'read' ? served?.tree.find(reading.address.segments, 'options') : undefined;
  const isPreflight = request.headers['access-control-request-method'] !== undefined;
  if (!isPreflight && found?.kind !== 'other-methods') return false;
  const methods = found?.kind === 'other-methods' ? allowed(found.methods) : null;
  void reply.code(204).headers({
    ...(isPreflight ? preflightHeaders(methods, request.headers['access-control-request-headers']) : corsHeaders),
    ...(methods !== null && { allow: methods.join(', ') }),
    'request-id': request.requestId,
  });
  void reply.send();
  return true;
}
