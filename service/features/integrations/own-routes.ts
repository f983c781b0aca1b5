import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import { ProblemError } from '../../platform/problem.ts';
import type { SessionOfRequest } from '../accounts/index.ts';
import type { Choices, WrittenContent } from './check-content.ts';
import { tagOf } from './if-match.ts';
import type { Listing } from './listing.ts';
import type { Actor, ListingDesk } from './listing-desk.ts';
import { listingJson } from './listing-json.ts';
import type { ListingStore } from './listing-store.ts';
import { logoLimits, logoTypes } from './logo/logo.ts';

export interface OwnRoutesDeps {
  readonly routes: ContractRoutes;
  readonly sessionOf: SessionOfRequest;
  readonly store: Pick<ListingStore, 'find' | 'launchedAt'>;
  readonly desk: ListingDesk;
  readonly choices: Choices;
  readonly siteOf: (request: FastifyRequest) => string;
  /** Refuses what another site's page sends. */
  readonly own: (request: FastifyRequest) => Promise<void>;
}

/** `/listing`: an organization writes its entry of the directory. Who may is in the contract. */
export function ownRoutes(app: FastifyInstance, deps: OwnRoutesDeps): void {
  const { routes, store, desk, choices, own } = deps;
  app.addContentTypeParser([...logoTypes], { parseAs: 'buffer' }, async (_: FastifyRequest, body: Buffer) => body);

  async function actorOf(request: FastifyRequest): Promise<Actor> {
    const session = await deps.sessionOf(request);
    // The contract's `security` lets nobody through whom this could be.
    if (!session?.organization) throw new ProblemError('role-insufficient');
    const { person, organization } = session;
    const userAgent = request.headers['user-agent'];
    return { person: person.id, organization, userAgent, site: deps.siteOf(request) };
  }
  async function answer(reply: FastifyReply, { organization }: Actor, listing: Listing | null): Promise<FastifyReply> {
    const json = listingJson(organization.id, listing, await store.launchedAt(organization.id));
    return reply.headers({ etag: json.etag, 'cache-control': 'no-store' }).send({ ...json, choices });
  }
  const change =
    <Request extends FastifyRequest>(work: (actor: Actor, tag: string, request: Request) => Promise<Listing>) =>
    async (request: Request, reply: FastifyReply) => {
      const actor = await actorOf(request);
      return answer(reply, actor, await work(actor, tagOf(request), request));
    };

  routes.add(app, 'getListing', async (request, reply) => {
    const actor = await actorOf(request);
    return answer(reply, actor, await store.find(actor.organization.id));
  });
  routes.add(
    app,
    'saveListing',
    change((actor, tag, { body }: FastifyRequest<{ Body: WrittenContent }>) => desk.save(actor, tag, body)),
    [own],
  );
  routes.add(
    app,
    'saveListingLogo',
    change((actor, tag, { body }: FastifyRequest<{ Body: Buffer }>) => desk.saveLogo(actor, tag, body)),
    [own],
    { largestBodyBytes: logoLimits.bytes },
  );
  routes.add(
    app,
    'removeListingLogo',
    change((actor, tag) => desk.removeLogo(actor, tag)),
    [own],
  );
  routes.add(
    app,
    'submitListing',
    change((actor, tag) => desk.submit(actor, tag)),
    [own],
  );
  routes.add(
    app,
    'removeListing',
    async (request, reply) => {
      await desk.remove(await actorOf(request), tagOf(request));
      return reply.code(204).send();
    },
    [own],
  );
}
