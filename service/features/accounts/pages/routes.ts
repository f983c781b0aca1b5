import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AddressLimit } from '../../../platform/address-limit.ts';
import { ownAddress } from '../../../platform/own-address.ts';
import { refuseForeignOrigins } from '../../../platform/own-origin.ts';
import { type Page, pageHeaders, renderPage } from '../../../platform/pages/page.ts';
import { ProblemError } from '../../../platform/problem.ts';
import type { AuditLog } from '../audit/index.ts';
import type { Auth } from '../identity/auth.ts';
import type { AuthOf } from '../identity/auth-of.ts';
import { signingInHeaders } from '../identity/library-headers.ts';
import { asksForSecondFactor, noteSignIn } from '../note-sign-in.ts';
import { useLibrary } from '../use-library.ts';
import { confirmPage, passwordPage, refusedPage, signInPage } from './link-pages.ts';

export interface AccountPagesDeps {
  readonly authOf: AuthOf;
  readonly portal: { readonly url: string; readonly serviceUrl: string; readonly brand: { readonly name: string } };
  readonly limit: AddressLimit;
  readonly audit: AuditLog;
}

interface LinkPage {
  readonly path: string;
  readonly show: (token: string, to: string) => Page;
  /** What the press does; the form's fields are the sender's. */
  readonly use: (api: Auth['api'], token: string, form: URLSearchParams, headers: Headers) => Promise<Response>;
  /** What is shown where the form can be sent once more. */
  readonly again?: (token: string, fault: string) => Page;
}

/** Where the links of our mails lead: `/account/confirm`, `/account/link`, `/account/password`. They need no JavaScript. */
export async function accountPages(app: FastifyInstance, deps: AccountPagesDeps): Promise<void> {
  const { authOf, portal, limit, audit } = deps;
  const links: readonly LinkPage[] = [
    {
      path: '/account/confirm',
      show: confirmPage,
      use: (api, token, _, headers) => api.verifyEmail({ query: { token }, headers, asResponse: true }),
    },
    {
      path: '/account/link',
      show: (token, to) => signInPage(portal.brand.name, token, to),
      use: (api, token, _, headers) => api.magicLinkVerify({ query: { token }, headers, asResponse: true }),
    },
    {
      path: '/account/password',
      show: (token) => passwordPage(token, null),
      use: (api, token, form) =>
        api.resetPassword({ body: { token, newPassword: form.get('password') ?? '' }, asResponse: true }),
      again: passwordPage,
    },
  ];
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_: unknown, body: string) => new URLSearchParams(body),
  );
  app.addHook('onRequest', (request) => limit(request));

  const answer = (request: FastifyRequest, reply: FastifyReply, status: number, page: Page) =>
    reply
      .code(status)
      .headers(pageHeaders(ownAddress(portal, request).site))
      .send(renderPage(page));

  for (const { path, show, use, again } of links) {
    app.get<{ Querystring: { token?: string; to?: string } }>(path, (request, reply) =>
      answer(request, reply, 200, show(request.query.token ?? '', request.query.to ?? '')),
    );
    app.post(path, { onRequest: [refuseForeignOrigins([])] }, async (request, reply) => {
      const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
      const token = form.get('token') ?? '';
      const { site } = ownAddress(portal, request);
      try {
        const { api } = await authOf(request);
        const body = await useLibrary(reply, use(api, token, form, signingInHeaders(request)));
        if (asksForSecondFactor(body)) return reply.redirect(`${site}/sign-in?step=second-factor`, 303);
        await noteSignIn(audit, api, request, reply);
      } catch (error) {
        if (!(error instanceof ProblemError) || error.status >= 500) throw error;
        const { title, detail = '', code, status } = error;
        const page =
          again !== undefined && code !== 'link-invalid'
            ? again(token, detail)
            : refusedPage(title, detail, `${site}/sign-in`);
        return answer(request, reply, status, page);
      }
      return reply.redirect(ownPage(form.get('to')) ?? `${site}/account`, 303);
    });
  }
}

/** A page of the service that a mail's link leads on to: nothing else, so that a link leads to no other site. */
function ownPage(to: string | null): string | null {
  return to !== null && /^\/account\/[a-z-]+\?token=[\w-]+$/.test(to) ? to : null;
}
