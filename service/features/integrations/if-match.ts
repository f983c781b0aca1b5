import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../../platform/problem.ts';

/**
 * The one tag of the header `If-Match` (RFC 9110 §13.1.1), which every change of a listing carries: two people who write at once do not undo each
 * other. Throws `request-invalid` where there is none.
 */
export function tagOf({ headers }: Pick<FastifyRequest, 'headers'>): string {
  const tag = /^"([\w-]{1,100})"$/.exec(headers['if-match']?.trim() ?? '')?.[1];
  if (tag !== undefined) return tag;
  const message = 'must be the ETag of the listing as you read it, in quotation marks';
  throw new ProblemError('request-invalid', {
    detail: `If-Match ${message}.`,
    errors: [{ in: 'header', at: 'If-Match', message }],
  });
}
