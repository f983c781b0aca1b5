import type { FastifyRequest } from 'fastify';

/** What the library hears of a request: the cookies, and the browser's name, which it keeps with the session. */
export function libraryHeaders(request: Pick<FastifyRequest, 'headers'>): Headers {
  const { cookie = '' } = request.headers;
  return new Headers({ ...browserOf(request), cookie });
}

/** The same without a session that is there: for what begins one. */
export function signingInHeaders(request: Pick<FastifyRequest, 'headers'>): Headers {
  const cookies = (request.headers.cookie ?? '').split(/; */);
  const others = cookies.filter((cookie) => !/^(?:__Host-)?portolan_session=/.test(cookie));
  return new Headers({ ...browserOf(request), cookie: others.join('; ') });
}

const longestName = 512;

function browserOf({ headers }: Pick<FastifyRequest, 'headers'>): Record<string, string> {
  return { 'user-agent': (headers['user-agent'] ?? '').slice(0, longestName) };
}
