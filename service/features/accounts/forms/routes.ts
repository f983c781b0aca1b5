import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ownAddress } from '../../../platform/own-address.ts';
import { refuseForeignOrigins } from '../../../platform/own-origin.ts';
import { type Page, pageHeaders, renderPage } from '../../../platform/pages/page.ts';
import { askApi } from './ask-api.ts';
import { codePage, mailPage, problemPage } from './form-pages.ts';

export interface AccountFormsDeps {
  readonly portal: { readonly url: string; readonly serviceUrl: string };
  /** Origins that our pages stand on. */
  readonly sites: readonly string[];
}

const purposes = {
  link: 'Its link signs you in, once, for 15 minutes.',
  reset: 'Where this address has an account, its link lets you choose a new password, once, for an hour.',
  confirm: 'Its link confirms that the address is yours and signs you in.',
};

/**
 * Where the site's forms go without JavaScript: `/account/sign-in`, `/account/sign-in/code`, `/account/sign-up`. `way` is the button
 * that was pressed.
 */
export async function accountForms(app: FastifyInstance, { portal, sites }: AccountFormsDeps): Promise<void> {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_: unknown, body: string) => new URLSearchParams(body),
  );
  const form = (
    path: string,
    handle: (fields: (name: string) => string, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
  ) =>
    app.post(path, { onRequest: [refuseForeignOrigins(sites)] }, (request, reply) => {
      const { body } = request;
      return handle((name) => (body instanceof URLSearchParams ? (body.get(name) ?? '') : ''), request, reply);
    });
  const siteOf = (request: FastifyRequest) => ownAddress(portal, request).site;
  const show = (request: FastifyRequest, reply: FastifyReply, status: number, page: Page) =>
    reply
      .code(status)
      .headers(pageHeaders(siteOf(request)))
      .send(renderPage(page));
  const enter = (request: FastifyRequest, reply: FastifyReply) => reply.redirect(`${siteOf(request)}/account`, 303);

  /** Asks for a mail, and says where it went. */
  async function sendMail(
    request: FastifyRequest,
    reply: FastifyReply,
    url: string,
    payload: { email: string },
    purpose: string,
  ) {
    const back = `${siteOf(request)}/${purpose === purposes.confirm ? 'sign-up' : 'sign-in'}`;
    const answer = await askApi(app, request, reply, url, payload);
    if (answer.status >= 400) return show(request, reply, answer.status, problemPage(answer, back));
    return show(request, reply, 200, mailPage(payload.email, purpose));
  }

  form('/account/sign-in', async (field, request, reply) => {
    const email = field('email').trim();
    if (field('way') === 'link') return sendMail(request, reply, '/api/v1/sign-in-links', { email }, purposes.link);
    if (field('way') === 'reset') return sendMail(request, reply, '/api/v1/password-resets', { email }, purposes.reset);
    const answer = await askApi(app, request, reply, '/api/v1/session', { email, password: field('password') });
    if (answer.status >= 400)
      return show(request, reply, answer.status, problemPage(answer, `${siteOf(request)}/sign-in`));
    return answer.body.needs_second_factor === true
      ? show(request, reply, 200, codePage(null, `${siteOf(request)}/sign-in`))
      : enter(request, reply);
  });

  form('/account/sign-in/code', async (field, request, reply) => {
    const given = field('code').trim();
    const payload = /^\d{6}$/.test(given) ? { code: given } : { backup_code: given };
    const answer = await askApi(app, request, reply, '/api/v1/session/second-factor', payload);
    if (answer.status < 400) return enter(request, reply);
    const back = `${siteOf(request)}/sign-in`;
    const isWrong = String(answer.body.type).endsWith('/second-factor-invalid');
    const page = isWrong ? codePage(String(answer.body.detail ?? answer.body.title), back) : problemPage(answer, back);
    return show(request, reply, answer.status, page);
  });

  form('/account/sign-up', async (field, request, reply) => {
    const email = field('email').trim();
    if (field('way') === 'link') return sendMail(request, reply, '/api/v1/sign-in-links', { email }, purposes.link);
    const account = { name: field('name').trim(), email, password: field('password') };
    return sendMail(request, reply, '/api/v1/accounts', account, purposes.confirm);
  });
}
