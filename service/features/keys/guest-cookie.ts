import type { FastifyReply, FastifyRequest } from 'fastify';
import { guestLifetimeSeconds, isGuestToken } from './guest.ts';

/**
 * The cookie that names a guest. Over https it has the prefix `__Host-` (RFC 6265bis §4.1.3.2): set by this host, for
 * this host only. Browsers refuse that prefix over plain http, which a portal on localhost uses.
 */
function cookieName(request: FastifyRequest): string {
  return request.protocol === 'https' ? '__Host-portolan_guest' : 'portolan_guest';
}

export function readGuestCookie(request: FastifyRequest): string | undefined {
  const name = `${cookieName(request)}=`;
  const pair = request.headers.cookie?.split(/; */).find((candidate) => candidate.startsWith(name));
  const token = pair?.slice(name.length);
  return isGuestToken(token) ? token : undefined;
}

export function setGuestCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  setCookie(request, reply, token, guestLifetimeSeconds);
}

export function forgetGuestCookie(request: FastifyRequest, reply: FastifyReply): void {
  setCookie(request, reply, '', 0);
}

function setCookie(request: FastifyRequest, reply: FastifyReply, value: string, lifetimeSeconds: number): void {
  const secure = request.protocol === 'https' ? '; Secure' : '';
  const attributes = `Path=/; Max-Age=${lifetimeSeconds}; HttpOnly; SameSite=Strict${secure}`;
  void reply.header('set-cookie', `${cookieName(request)}=${value}; ${attributes}`);
}
