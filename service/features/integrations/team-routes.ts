import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import { ProblemError } from '../../platform/problem.ts';
import type { SessionOfRequest } from '../accounts/index.ts';
import type { ReviewWord } from './decide.ts';
import { cleanParagraphs } from './clean-text.ts';
import { tagOf } from './if-match.ts';
import type { ListingDesk } from './listing-desk.ts';
import { reviewedJson } from './listing-json.ts';
import type { ListingStore, ReviewQuery } from './listing-store.ts';

export interface TeamRoutesDeps {
  readonly routes: ContractRoutes;
  readonly sessionOf: SessionOfRequest;
  readonly store: ListingStore;
  readonly desk: ListingDesk;
  readonly siteOf: (request: FastifyRequest) => string;
  readonly nameOf: (organization: string) => Promise<string>;
  readonly own: (request: FastifyRequest) => Promise<void>;
}

type ListRequest = FastifyRequest<{ Querystring: { state?: ReviewQuery['state']; cursor?: string; limit?: number } }>;
type ReviewRequest = FastifyRequest<{
  Params: { organization: string };
  Body: { decision: ReviewWord; note?: string };
}>;

/** `/team/listings`: the staff reads what waits for a review, and decides. */
export function teamRoutes(app: FastifyInstance, deps: TeamRoutesDeps): void {
  const { routes, store, desk } = deps;
  routes.add(app, 'listListings', async ({ query }: ListRequest, reply) => {
    const { state = null, limit = 50 } = query;
    const listings = await store.listForReview({ state, limit: limit + 1, after: readCursor(query.cursor) });
    const page = listings.slice(0, limit);
    const last = listings.length > limit ? page.at(-1)?.listing : undefined;
    return reply.header('cache-control', 'no-store').send({
      data: page.map(reviewedJson),
      next_cursor: last ? writeCursor(last.changedAt.toISOString(), last.organization) : null,
    });
  });
  routes.add(
    app,
    'reviewListing',
    async (request: ReviewRequest, reply) => {
      const session = await deps.sessionOf(request);
      // The contract's `security` lets nobody through whom this could be.
      if (session === null) throw new ProblemError('session-missing');
      const { organization: id } = request.params;
      const { decision, note = '' } = request.body;
      const name = await deps.nameOf(id);
      const actor = { person: session.person.id, organization: { id, name }, userAgent: request.headers['user-agent'] };
      const site = deps.siteOf(request);
      const listing = await desk.review({ ...actor, site }, tagOf(request), decision, cleanParagraphs(note));
      const launchedAt = await store.launchedAt(id);
      const json = reviewedJson({ listing, organizationName: name, launchedAt });
      return reply.headers({ etag: json.etag, 'cache-control': 'no-store' }).send(json);
    },
    [deps.own],
  );
}

/** Where a page ends, as one word that nobody needs to understand. */
function writeCursor(changedAt: string, organization: string): string {
  return Buffer.from(`${changedAt} ${organization}`).toString('base64url');
}

function readCursor(cursor: string | undefined): ReviewQuery['after'] {
  if (cursor === undefined) return null;
  const [changedAt, organization] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (changedAt !== undefined && organization !== undefined) return { changedAt, organization };
  throw new ProblemError('request-invalid', {
    detail: 'The cursor is not one that a page ended with.',
    errors: [{ in: 'query', at: 'cursor', message: 'must be the next_cursor of the page before' }],
  });
}
