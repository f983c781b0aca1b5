import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { LoadedPortal } from '../../../../contract/read/index.ts';
import type { ContractRoutes } from '../../../platform/contract-routes/index.ts';
import { invalidRequest } from '../../../platform/invalid-request.ts';
import { ownAddress } from '../../../platform/own-address.ts';
import { ProblemError } from '../../../platform/problem.ts';
import { type SessionOfRequest, signedIn } from '../../accounts/index.ts';
import { cohortOf, openCohortOf } from '../cohort-of.ts';
import type { CohortStore } from '../cohort-store.ts';
import { type AnnouncementWords, cleanWords } from './announcement.ts';
import { announcementJson, entryJson, receivedJson } from './announcement-json.ts';
import { announcementLetter } from './announcement-letter.ts';
import type { AnnouncementStore } from './announcement-store.ts';

export interface AnnouncementRoutesDeps {
  readonly routes: ContractRoutes;
  readonly cohorts: Pick<CohortStore, 'find'>;
  readonly announcements: AnnouncementStore;
  readonly sessionOf: SessionOfRequest;
  readonly portal: Pick<LoadedPortal, 'url' | 'serviceUrl' | 'brand'>;
  readonly namesOf: (people: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Refuses what another site's page sends. */
  readonly own: (request: FastifyRequest) => Promise<void>;
}

interface One {
  Params: { cohort: string };
}

const mostListed = 100;
const mostReceived = 50;

/** The team announces; a partner's people read. */
export function announcementRoutes(app: FastifyInstance, deps: AnnouncementRoutesDeps): void {
  const { routes, cohorts, announcements: store, sessionOf, portal, namesOf, own } = deps;

  routes.add(app, 'listCohortAnnouncements', async (request: FastifyRequest<One>, reply) => {
    void reply.header('cache-control', 'no-store');
    const { id } = await cohortOf(cohorts, request.params.cohort);
    await store.settle(id);
    const entries = await store.list(id, mostListed);
    const names = await namesOf(entries.map(({ by }) => by));
    return { reach: await store.reach(id), data: entries.map((entry) => entryJson(entry, names)) };
  });

  routes.add(
    app,
    'announceToCohort',
    async (request: FastifyRequest<One & { Body: AnnouncementWords & { draft: string } }>, reply) => {
      const cohort = await openCohortOf(cohorts, request.params.cohort);
      const words = cleanWords(request.body);
      const empty = (['subject', 'text'] as const).filter((name) => words[name] === '');
      if (empty.length > 0) {
        throw invalidRequest(
          'body',
          empty.map((name) => ({ pointer: `/${name}`, message: 'must say something' })),
        );
      }
      const { person } = await signedIn(sessionOf, request);
      const { site } = ownAddress(portal, request);
      const letter = announcementLetter({ words, portal: portal.brand.name, site, cohort: cohort.name });
      const wanted = { ...words, draft: request.body.draft, by: person.id };
      const announced = await store.announce(cohort.id, wanted, letter);
      if (announced === 'nobody')
        throw conflict('Nobody is in this cohort yet. Invite partners or add organizations first.');
      if (announced === 'other-words') throw conflict('This draft was sent with other words. Begin a new one.');
      return reply.code(201).send(announcementJson(announced, await namesOf([announced.by])));
    },
    [own],
  );

  routes.add(app, 'listAnnouncements', async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    const { person, organization } = await signedIn(sessionOf, request);
    const received = await store.received(organization?.id ?? '', person.id, mostReceived);
    const names = await namesOf(received.map(({ by }) => by));
    return { data: received.map((one) => receivedJson(one, names)) };
  });

  routes.add(
    app,
    'readAnnouncement',
    async (request: FastifyRequest<{ Params: { announcement: string } }>, reply) => {
      const { person, organization } = await signedIn(sessionOf, request);
      const id = request.params.announcement;
      if (await store.read(id, organization?.id ?? '', person.id)) return reply.code(204).send();
      throw new ProblemError('resource-not-found', { detail: `There is no announcement ${JSON.stringify(id)}.` });
    },
    [own],
  );
}

const conflict = (detail: string) => new ProblemError('resource-conflict', { detail });
