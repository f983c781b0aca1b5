import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ContractRoutes } from '../../../platform/contract-routes/index.ts';
import type { AuditLog } from '../audit/index.ts';
import type { SessionOfRequest } from '../session-of-request.ts';
import { actedFor, signedIn } from './acting.ts';

export interface EventRoutesDeps {
  readonly routes: ContractRoutes;
  readonly sessionOf: SessionOfRequest;
  readonly audit: Pick<AuditLog, 'ofOrganization'>;
  /** The names of people by their id; without those who are gone. */
  readonly namesOf: (people: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

/** What happened at an organization, for its owners. */
export function eventRoutes(app: FastifyInstance, { routes, sessionOf, audit, namesOf }: EventRoutesDeps): void {
  routes.add(
    app,
    'listOrganizationEvents',
    async (request: FastifyRequest<{ Params: { organization: string } }>, reply) => {
      const { id: organization } = actedFor(await signedIn(sessionOf, request), request.params.organization);
      const events = await audit.ofOrganization(organization);
      const names = await namesOf([...new Set(events.flatMap(({ person }) => person ?? []))]);
      void reply.header('cache-control', 'no-store');
      return {
        data: events.map(({ id, at, kind, person, subject, browser }) => ({
          ...{ id, at: at.toISOString(), kind, subject, browser },
          by: person === null ? null : { id: person, name: names.get(person) ?? null },
        })),
      };
    },
  );
}
