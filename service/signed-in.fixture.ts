import { expect, vi } from 'vitest';
import type { FastifyInstance } from 'fastify';

/** A browser on localhost: it sends its cookies, and takes those that it is given. */
export interface Browser {
  call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** Sends a form of a page. */
  press(url: string, fields: Record<string, string>): Promise<Answer>;
  readonly cookies: Map<string, string>;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
  json<T>(): T;
}

let networks = 0;

/** Each is in a network of its own, so that limits of one do not meet the others. */
export function browser(app: FastifyInstance): Browser {
  const cookies = new Map<string, string>();
  networks += 1;
  const remoteAddress = `10.1.${Math.floor(networks / 250)}.${(networks % 250) + 1}`;

  async function send(method: 'GET', url: string, headers: Record<string, string>, payload?: string | object) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await app.inject({
      ...{ method, url, remoteAddress },
      headers: { host: 'localhost:3000', ...(cookie !== '' && { cookie }), ...headers },
      ...(payload !== undefined && { payload }),
    });
    for (const set of [answer.headers['set-cookie']].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set ?? '') ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return { status: answer.statusCode, body: answer.body, headers: answer.headers, json: <T>() => answer.json<T>() };
  }

  return {
    cookies,
    call: (method, url, body, headers = {}) => send(method as 'GET', url, headers, body),
    press: (url, fields) =>
      send(
        'POST' as 'GET',
        url,
        { 'content-type': 'application/x-www-form-urlencoded' },
        new URLSearchParams(fields).toString(),
      ),
  };
}

/** Of the mails to the address whose link leads to the page: those links, the newest first. */
async function mailedLinks(app: FastifyInstance, to: string, page: string): Promise<readonly string[]> {
  const { body } = await app.inject({ url: '/mailbox', headers: { host: 'localhost:3000' } });
  const letters = body.split('<article>').filter((article) => article.includes(`To ${to}`));
  return letters.flatMap((letter) => /href="([^"]+)"/.exec(letter)?.[1] ?? []).filter((href) => href.includes(page));
}

/** The newest of them, once there are more than `before`. Mails go out after the answer. */
export async function mailedLink(app: FastifyInstance, to: string, page: string, before = 0): Promise<URL> {
  return vi.waitFor(
    async () => {
      const links = await mailedLinks(app, to, page);
      expect(links.length, `mails to ${to} with a link to ${page}`).toBeGreaterThan(before);
      return new URL((links[0] ?? '').replaceAll('&amp;', '&'));
    },
    { timeout: 10_000 },
  );
}

/** Signs in with a link by mail, which makes the account where there is none. */
export async function signInByMail(app: FastifyInstance, who: Browser, email: string): Promise<void> {
  const before = (await mailedLinks(app, email, '/account/link')).length;
  const asked = await who.call('POST', '/api/v1/sign-in-links', { email });
  expect(asked.status).toBe(202);
  const link = await mailedLink(app, email, '/account/link', before);
  const pressed = await who.press(link.pathname, { token: link.searchParams.get('token') ?? '' });
  expect(pressed.status).toBe(303);
}
