import type { FastifyRequest } from 'fastify';
import { sessionDays } from './auth.ts';

const named = /(?:^|; *)((__Host-)?portolan_session=[^;\s]+)/;

/** The request's own cookie of the session, to last so many days from now: the contract says that it ends that long after its last use. */
export function renewedCookie({ headers }: Pick<FastifyRequest, 'headers'>): string | null {
  const [, cookie, host] = named.exec(headers.cookie ?? '') ?? [];
  if (cookie === undefined) return null;
  const secure = host === undefined ? '' : ' Secure;';
  return `${cookie}; Max-Age=${sessionDays * 86_400}; Path=/; HttpOnly;${secure} SameSite=Lax`;
}
