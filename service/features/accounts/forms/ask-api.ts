import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** What the API answered, as far as a page needs it. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Headers by which the API knows who asks. `sec-fetch-site` and `origin` are not among them: the form's own were looked at. */
const handedOn = [
  'host',
  'cookie',
  'user-agent',
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-host',
];

/**
 * Asks the portal's own API what a form asks, in the name of whoever sent the form: one set of rules, limits and records for both. Cookies
 * and `Retry-After` go to the browser.
 */
export async function askApi(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  url: string,
  payload: object,
): Promise<ApiAnswer> {
  const headers = Object.fromEntries(handedOn.map((name) => [name, request.headers[name]] as const));
  const answer = await app.inject({
    ...{ method: 'POST', url, payload, headers: JSON.parse(JSON.stringify(headers)) as Record<string, string> },
    remoteAddress: request.socket.remoteAddress ?? '',
  });
  for (const cookie of [answer.headers['set-cookie'] ?? []].flat()) void reply.header('set-cookie', cookie);
  const wait = answer.headers['retry-after'];
  if (wait !== undefined) void reply.header('retry-after', wait);
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json<Record<string, unknown>>() };
}
