import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type Provider from 'oidc-provider';
import { refuseForeignOrigins } from '../../platform/own-origin.ts';
import type { ApiScopes } from './api-scopes.ts';
import type { Issuer } from './issuers.ts';
import { type MountDeps, pretend } from './mount.ts';
import { consentPage, strangerPage } from './pages/consent-page.ts';
import { errorPage } from './pages/error-page.ts';
import { type Page, pageHeaders, renderPage } from '../../platform/pages/page.ts';

/** Whether this browser's visitor is the guest of this organization, or is signed in and acts for it. */
export type ActsFor = (request: FastifyRequest, organization: string) => Promise<boolean>;

export interface ConsentDeps extends MountDeps {
  readonly scopes: ApiScopes;
  readonly actsFor: ActsFor;
}

type Asked = Awaited<ReturnType<Provider['interactionDetails']>>;

/** The page that asks a person, and takes the answer: `/oauth/consent/{uid}`. It needs no JavaScript. */
export async function consentRoutes(app: FastifyInstance, deps: ConsentDeps): Promise<void> {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_: unknown, body: string) => new URLSearchParams(body),
  );
  app.addHook('onRequest', (request) => deps.limit(request));
  app.get('/oauth/consent/:uid', async (request, reply) => {
    const issuer = deps.issuerOf(request);
    const found = await consentOf(request, reply, issuer, deps);
    if (found === null) return show(reply, issuer, 400, errorPage('expired', 'Its time is over, or it was answered.'));
    const { client, asked } = found;
    const organization = String(client.organization);
    if (!(await deps.actsFor(request, organization))) return show(reply, issuer, 403, strangerPage());
    const texts = deps.scopes.get(String(client.api));
    const scopes = scopesOf(asked).filter((name) => name !== 'openid');
    return show(
      reply,
      issuer,
      200,
      consentPage({
        clientName: client.clientName ?? 'An app',
        api: String(client.api),
        organization,
        scopes: scopes.map((name) => [name, texts?.get(name) ?? '']),
        action: request.url,
      }),
    );
  });
  app.post('/oauth/consent/:uid', { onRequest: [refuseForeignOrigins([])] }, async (request, reply) => {
    const issuer = deps.issuerOf(request);
    const found = await consentOf(request, reply, issuer, deps);
    if (found === null) return show(reply, issuer, 400, errorPage('expired', 'Its time is over, or it was answered.'));
    const { provider, client, asked } = found;
    const organization = String(client.organization);
    if (!(await deps.actsFor(request, organization))) return show(reply, issuer, 403, strangerPage());
    const isAllowed = request.body instanceof URLSearchParams && request.body.get('answer') === 'allow';
    const result = isAllowed
      ? await allow(provider, asked, organization)
      : { error: 'access_denied', error_description: 'The person who was asked said no.' };
    return reply.redirect(await provider.interactionResult(request.raw, reply.raw, result), 303);
  });
}

async function consentOf(request: FastifyRequest, reply: FastifyReply, issuer: Issuer, { providers }: ConsentDeps) {
  const provider = await providers(issuer);
  pretend(request, issuer);
  // Throws where the cookie of this consent is missing, or its time is over.
  const asked = await provider.interactionDetails(request.raw, reply.raw).catch(() => null);
  const client = asked && (await provider.Client.find(String(asked.params.client_id)));
  return asked && client ? { provider, asked, client } : null;
}

async function allow(provider: Provider, asked: Asked, accountId: string) {
  const grant = new provider.Grant({ accountId, clientId: String(asked.params.client_id) });
  grant.addOIDCScope(scopesOf(asked).join(' '));
  return { login: { accountId }, consent: { grantId: await grant.save() } };
}

function scopesOf(asked: Asked): string[] {
  const { scope } = asked.params;
  return typeof scope === 'string' ? scope.split(' ').filter((name) => name !== '') : [];
}

function show(reply: FastifyReply, issuer: Issuer, status: number, page: Page): FastifyReply {
  return reply.code(status).headers(pageHeaders(issuer.siteOrigin)).send(renderPage(page));
}
