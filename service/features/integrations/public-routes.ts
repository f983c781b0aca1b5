import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import { ProblemError } from '../../platform/problem.ts';
import type { Session, SessionOfRequest } from '../accounts/index.ts';
import { type AskedDirectory, directoryQuery } from './directory-query.ts';
import { entryJson, type Labels, publicJson } from './listing-json.ts';
import type { ListingStore } from './listing-store.ts';
import type { Logo, LogoType } from './logo/logo.ts';

export interface PublicRoutesDeps {
  readonly routes: ContractRoutes;
  readonly store: ListingStore;
  readonly sessionOf: SessionOfRequest;
  readonly labels: Labels;
}

const year = 365 * 24 * 60 * 60;
const fileNames: Readonly<Record<LogoType, string>> = {
  'image/png': 'logo.png',
  'image/jpeg': 'logo.jpg',
  'image/webp': 'logo.webp',
};

/** `/integrations` and its logos: what everybody sees of listings that are approved, of organizations that have launched. */
export function publicRoutes(app: FastifyInstance, { routes, store, sessionOf, labels }: PublicRoutesDeps): void {
  routes.add(app, 'listIntegrations', async ({ query }: FastifyRequest<{ Querystring: AskedDirectory }>, reply) => {
    const asked = directoryQuery(query);
    const found = await store.listPublic({ ...asked, limit: asked.limit + 1 });
    const page = found.slice(0, asked.limit);
    return reply.header('cache-control', 'no-cache').send({
      data: page.map((listing) => entryJson(listing, labels)),
      next_cursor: found.length > asked.limit ? (page.at(-1)?.slug ?? null) : null,
      choices: labels,
    });
  });

  routes.add(
    app,
    'getIntegration',
    async ({ params: { integration } }: FastifyRequest<{ Params: { integration: string } }>, reply) => {
      const listing = await store.findPublic(integration);
      if (listing !== null) return reply.header('cache-control', 'no-cache').send(publicJson(listing, labels));
      throw new ProblemError('resource-not-found', { detail: `The directory has no integration "${integration}".` });
    },
  );

  routes.add(app, 'getIntegrationLogo', async (request: FastifyRequest<{ Params: { logo: string } }>, reply) => {
    const { logo: hash } = request.params;
    const shown = await store.publicLogo(hash);
    if (shown !== null) return sendLogo(reply, shown, `public, max-age=${year}, immutable`);
    const session = await sessionOf(request);
    const held = session === null ? null : await heldBy(session, hash);
    if (held !== null) return sendLogo(reply, held, 'private, no-cache');
    throw new ProblemError('resource-not-found', { detail: `There is no logo "${hash}".` });
  });

  /** A draft's is for its organization and the staff. */
  async function heldBy({ person, organization }: Session, hash: string): Promise<Logo | null> {
    if (person.isStaff) return store.heldLogo(hash, null);
    return organization === null ? null : store.heldLogo(hash, organization.id);
  }
}

/** Whatever is in it, a browser takes it for a picture and for nothing else: on its own it is saved, not shown. */
function sendLogo(reply: FastifyReply, { type, bytes }: Logo, cacheControl: string): FastifyReply {
  return reply
    .headers({
      'content-type': type,
      'content-disposition': `attachment; filename="${fileNames[type]}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': cacheControl,
    })
    .send(bytes);
}
