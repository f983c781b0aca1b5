import type { FastifyReply } from 'fastify';
import type { Auth } from './auth.ts';

const named = /^((?:__Host-)?portolan_session)=([^;]*)/;

/** The session that an answer's cookie begins; null where it begins none. */
export async function answeredSession(
  api: Auth['api'],
  reply: FastifyReply,
): Promise<{ readonly id: string; readonly person: string } | null> {
  const cookies = [reply.getHeader('set-cookie')].flat().map(String);
  const last = cookies.findLast((cookie) => named.test(cookie));
  const [cookie, , value] = named.exec(last ?? '') ?? [];
  if (cookie === undefined || value === '') return null;
  const found = await api.getSession({ headers: new Headers({ cookie }) });
  return found && { id: found.session.id, person: found.user.id };
}
