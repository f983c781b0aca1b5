import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import { invalidRequest } from '../../platform/invalid-request.ts';
import { ProblemError } from '../../platform/problem.ts';
import { type SessionOfRequest, signedIn } from '../accounts/index.ts';
import { type CohortWords, findFaults } from './cohort.ts';
import { cohortJson, memberJson, toWords, type WordsJson } from './cohort-json.ts';
import { cohortOf, noSuchCohort, openCohortOf } from './cohort-of.ts';
import type { CohortStore } from './cohort-store.ts';

export interface CohortRoutesDeps {
  readonly routes: ContractRoutes;
  readonly store: CohortStore;
  readonly sessionOf: SessionOfRequest;
  /** The ids of those that there are. */
  readonly journeys: readonly string[];
  /** Refuses what another site's page sends. */
  readonly own: (request: FastifyRequest) => Promise<void>;
}

interface One {
  Params: { cohort: string };
}
interface Member {
  Params: { cohort: string; organization: string };
}

const mostCandidates = 20;
const nothingSaid: CohortWords = {
  ...{ name: '', description: '', journey: '' },
  ...{ startsOn: null, endsOn: null, launchOn: null },
};

/** Making, changing and archiving cohorts, and who is in them. */
export function cohortRoutes(app: FastifyInstance, deps: CohortRoutesDeps): void {
  const { routes, store, sessionOf, journeys, own } = deps;

  function refuse(words: CohortWords): void {
    const faults = findFaults(words, journeys);
    if (faults.length > 0) throw invalidRequest('body', faults);
  }

  routes.add(app, 'listCohorts', async (_, reply) => {
    void reply.header('cache-control', 'no-store');
    return { data: (await store.list()).map((one) => ({ ...cohortJson(one), members: one.members })) };
  });

  routes.add(
    app,
    'createCohort',
    async (request: FastifyRequest<{ Body: WordsJson }>, reply) => {
      const words = { ...nothingSaid, ...toWords(request.body) };
      refuse(words);
      const { person } = await signedIn(sessionOf, request);
      return reply.code(201).send(cohortJson(await store.add(words, person.id)));
    },
    [own],
  );

  routes.add(app, 'getCohort', async (request: FastifyRequest<One>, reply) => {
    void reply.header('cache-control', 'no-store');
    const cohort = await cohortOf(store, request.params.cohort);
    return { ...cohortJson(cohort), members: (await store.members(cohort.id)).map(memberJson) };
  });

  routes.add(
    app,
    'changeCohort',
    async (request: FastifyRequest<One & { Body: WordsJson & { archived?: boolean } }>) => {
      const { archived: isArchived, ...json } = request.body;
      const words = toWords(json);
      const isMoved = isArchived !== undefined && (!isArchived || Object.keys(words).length === 0);
      const read = isMoved ? cohortOf : openCohortOf;
      refuse({ ...(await read(store, request.params.cohort)), ...words });
      const changed = await store.change(request.params.cohort, { ...words, isArchived });
      return changed === null ? noSuchCohort(request.params.cohort) : cohortJson(changed);
    },
    [own],
  );

  routes.add(
    app,
    'findCohortCandidates',
    async (request: FastifyRequest<One & { Querystring: { words?: string } }>) => {
      const { id } = await cohortOf(store, request.params.cohort);
      return { data: await store.candidates(id, request.query.words?.trim() ?? '', mostCandidates) };
    },
  );

  routes.add(
    app,
    'addCohortMember',
    async (request: FastifyRequest<Member>, reply) => {
      const { cohort, organization } = request.params;
      const { id } = await openCohortOf(store, cohort);
      if (await store.addMember(id, organization)) return reply.code(204).send();
      throw noSuchOrganization(`There is no organization ${JSON.stringify(organization)}.`);
    },
    [own],
  );

  routes.add(
    app,
    'removeCohortMember',
    async (request: FastifyRequest<Member>, reply) => {
      const { cohort, organization } = request.params;
      const { id } = await openCohortOf(store, cohort);
      if (await store.removeMember(id, organization)) return reply.code(204).send();
      throw noSuchOrganization(`${JSON.stringify(organization)} is not in this cohort.`);
    },
    [own],
  );
}

const noSuchOrganization = (detail: string) => new ProblemError('resource-not-found', { detail });
