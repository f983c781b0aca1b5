import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AuditLog } from './audit/index.ts';
import { answeredSession } from './identity/answered-session.ts';
import type { Auth } from './identity/auth.ts';

/** Writes down who is signed in by this answer, if anybody is; the request's browser says by what. */
export async function noteSignIn(
  audit: AuditLog,
  api: Auth['api'],
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const session = await answeredSession(api, reply);
  if (session === null) return;
  await audit.record({ kind: 'signed-in', person: session.person, userAgent: request.headers['user-agent'] });
}

/** Whether the library's answer asks for the second factor first. */
export function asksForSecondFactor(body: unknown): boolean {
  return (body as { twoFactorRedirect?: boolean } | null)?.twoFactorRedirect === true;
}
