import type { FastifyInstance } from 'fastify';
import type { AddressLimit } from '../../../platform/address-limit.ts';
import { ownAddress } from '../../../platform/own-address.ts';
import { refuseForeignOrigins } from '../../../platform/own-origin.ts';
import { escape, type Page, pageHeaders, renderPage } from '../../../platform/pages/page.ts';
import type { AuditLog } from '../audit/index.ts';
import type { SessionOfRequest } from '../session-of-request.ts';
import type { FirstStaff } from './first-staff.ts';

const title = 'Become staff of this portal';

/** Where the link of a first start leads: somebody signed in becomes staff by a press. Needs no JavaScript. */
export async function staffPage(
  app: FastifyInstance,
  deps: {
    readonly sessionOf: SessionOfRequest;
    readonly first: FirstStaff;
    readonly audit: AuditLog;
    readonly portal: { readonly url: string; readonly serviceUrl: string };
    readonly limit: AddressLimit;
  },
): Promise<void> {
  const { sessionOf, first, audit, portal, limit } = deps;
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_: unknown, body: string) => new URLSearchParams(body),
  );
  app.addHook('onRequest', (request) => limit(request));

  app.get<{ Querystring: { token?: string } }>('/account/staff', async (request, reply) => {
    const { site } = ownAddress(portal, request);
    const session = await sessionOf(request);
    const page = session === null ? signInFirst(site) : press(session.person.email, request.query.token ?? '');
    return reply.headers(pageHeaders(site)).send(renderPage(page));
  });

  app.post('/account/staff', { onRequest: [refuseForeignOrigins([])] }, async (request, reply) => {
    const { site } = ownAddress(portal, request);
    const session = await sessionOf(request);
    const token = request.body instanceof URLSearchParams ? (request.body.get('token') ?? '') : '';
    if (session === null)
      return reply
        .code(401)
        .headers(pageHeaders(site))
        .send(renderPage(signInFirst(site)));
    const { id: person, email } = session.person;
    if (!(await first.claim(token, person))) {
      return reply.code(400).headers(pageHeaders(site)).send(renderPage(refused));
    }
    await audit.record({ kind: 'staff-added', person, subject: email, userAgent: request.headers['user-agent'] });
    return reply.redirect(`${site}/account`, 303);
  });
}

const signInFirst = (site: string): Page => ({
  title,
  body: `<p>Sign in or sign up first, then open this link again.</p><p><a href="${escape(site)}/sign-in">Sign in</a></p>`,
});

const press = (email: string, token: string): Page => ({
  title,
  body: `<p>Nobody is staff yet. From now on, ${escape(email)} sees all partners, and can make others staff.</p>
<form method="post"><input type="hidden" name="token" value="${escape(token)}"><button class="main" autofocus>Become staff</button></form>`,
});

const refused: Page = {
  title,
  body: `<p role="alert">The link was used, is older than a day, or somebody is staff already: they can make you staff, too. Otherwise start
the service again; it prints a new link.</p>`,
};
