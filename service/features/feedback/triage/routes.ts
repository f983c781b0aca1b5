import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../../platform/clock.ts';
import type { ContractRoutes } from '../../../platform/contract-routes/index.ts';
import { refuseForeignOrigins } from '../../../platform/own-origin.ts';
import { ProblemError } from '../../../platform/problem.ts';
import type { SessionOfRequest } from '../../accounts/index.ts';
import type { FeedbackState, TriagedItem } from '../items/item.ts';
import { toTriagedJson } from '../items/item-json.ts';
import type { ItemQuery, ItemStore } from '../items/item-store.ts';

export interface TriageDeps {
  readonly routes: ContractRoutes;
  readonly store: Pick<ItemStore, 'list' | 'countHeld' | 'change'>;
  readonly clock: Clock;
  readonly sites: readonly string[];
  readonly sessionOf: SessionOfRequest;
  /** Names of people and of organizations, by their ids. */
  readonly namesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

type ListRequest = FastifyRequest<{ Querystring: Omit<ItemQuery, 'held'> & { readonly held?: boolean } }>;
type ChangeRequest = FastifyRequest<{
  Params: { readonly item: string };
  Body: { readonly version: number; readonly state?: FeedbackState; readonly held?: false };
}>;

/** What the team reads, and what it makes of it. */
export function triageRoutes(app: FastifyInstance, deps: TriageDeps): void {
  const { routes, store } = deps;
  const toJson = async (items: readonly TriagedItem[]) => {
    const ids = items.flatMap(({ person, organization, changedBy }) => [person, organization, changedBy]);
    const names = await deps.namesOf([...new Set(ids.filter((id) => id !== null))]);
    return items.map((item) => toTriagedJson(item, names));
  };

  routes.add(app, 'listFeedback', async (request: ListRequest, reply: FastifyReply) => {
    const { held = false, ...query } = request.query;
    const { items, hasMore } = await store.list({ ...query, held });
    void reply.header('cache-control', 'no-store');
    return { data: await toJson(items), has_more: hasMore, held: await store.countHeld() };
  });

  routes.add(
    app,
    'changeFeedback',
    async (request: ChangeRequest, reply: FastifyReply) => {
      const { item: id } = request.params;
      const { version, ...change } = request.body;
      const by = (await deps.sessionOf(request))?.person.id ?? '';
      const changed = await store.change(id, version, { ...change, by, at: deps.clock.now() });
      if (changed === null) throw new ProblemError('not-found', { detail: `There is no feedback item ${id}.` });
      if (changed === 'stale') {
        throw new ProblemError('resource-conflict', {
          detail: 'A colleague changed this item since you read it. Read it again, then change it.',
        });
      }
      void reply.header('cache-control', 'no-store');
      return (await toJson([changed]))[0];
    },
    [refuseForeignOrigins(deps.sites)],
  );
}
