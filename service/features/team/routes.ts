import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { JourneyConfig } from '../../../contract/portal-config.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import { ProblemError } from '../../platform/problem.ts';
import { type BoardOrder, type BoardPlace, placeBehind, placeOfText, placeToText } from './board.ts';
import type { BoardStore } from './board-store.ts';
import { callEdges, distributionOf, launchEdges } from './distribution.ts';
import type { NoteStore } from './note-store.ts';
import type { PartnerStore } from './partner-store.ts';
import { boardJson, distributionJson, factsJson, noteJson } from './team-json.ts';
import { type LoggedEvent, timelineOf } from './timeline.ts';

export interface TeamRoutesDeps {
  readonly routes: ContractRoutes;
  readonly journeys: readonly JourneyConfig[];
  readonly board: BoardStore;
  readonly partners: PartnerStore;
  readonly notes: NoteStore;
  /** The organization's keys as the API shows them: never the keys themselves. */
  readonly keysOf: (organization: string) => Promise<readonly object[]>;
  /** What the audit log tells of an organization. */
  readonly loggedOf: (organization: string) => Promise<readonly LoggedEvent[]>;
  readonly namesOf: (people: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** To be looked at soon: somebody looks at the board. */
  readonly hear: (organization: string) => void;
  /** What was noted is on the board. */
  readonly flush: () => Promise<void>;
}

interface Asked {
  readonly journey: string;
  readonly step?: string;
  readonly cohort?: string;
  readonly waiting?: 'review';
  readonly q?: string;
  readonly order: BoardOrder;
  readonly limit: number;
  readonly cursor?: string;
}

/** The team's board and a partner's page. Who may is in the contract. */
export function teamRoutes(app: FastifyInstance, deps: TeamRoutesDeps): void {
  const { routes, board, partners, notes } = deps;
  const unstored = (reply: FastifyReply): void => void reply.header('cache-control', 'no-store');

  routes.add(app, 'listPartners', async ({ query: asked }: FastifyRequest<{ Querystring: Asked }>, reply) => {
    const journey = journeyOf(asked.journey, deps.journeys);
    const { step, cohort, q: words, order, limit } = asked;
    const after = asked.cursor === undefined ? undefined : placeOf(asked.cursor, order);
    await deps.flush();
    await board.begin(journey.id, journey.steps[0]?.id ?? null);
    const query = { journey: journey.id, step, cohort, words, isReviewOnly: asked.waiting === 'review', order };
    const [{ rows, hasMore }, counts] = await Promise.all([
      board.page({ ...query, limit, after }),
      board.counts(query),
    ]);
    for (const { organization, isComplete } of rows) if (!isComplete) deps.hear(organization);
    const last = rows.at(-1);
    unstored(reply);
    const next = hasMore && last !== undefined ? placeToText(placeBehind(last, order), order) : null;
    return boardJson(journey, { rows, counts, next });
  });

  routes.add(app, 'getPartnerPace', async ({ query }: FastifyRequest<{ Querystring: { cohort?: string } }>, reply) => {
    const { organizations, toFirstCall, toLaunch } = await board.durations(query.cohort);
    unstored(reply);
    return {
      partners: organizations,
      first_call: distributionJson(distributionOf(toFirstCall, callEdges)),
      launch: distributionJson(distributionOf(toLaunch, launchEdges)),
    };
  });

  routes.add(app, 'getPartner', async ({ params }: FastifyRequest<{ Params: { organization: string } }>, reply) => {
    const { organization } = params;
    const facts = await partners.find(organization);
    if (facts === null)
      throw new ProblemError('resource-not-found', { detail: `There is no partner ${organization}.` });
    const [keys, logged, said] = await Promise.all([
      ...([deps.keysOf(organization), deps.loggedOf(organization), notes.list(organization)] as const),
    ]);
    const people = [...logged.map(({ person }) => person), ...facts.announcements.map(({ by }) => by)];
    const names = await deps.namesOf([...new Set(people.filter((person) => person !== null))]);
    deps.hear(organization);
    unstored(reply);
    return {
      ...factsJson(facts, deps.journeys),
      keys,
      timeline: timelineOf(facts, deps.journeys, logged, names),
      notes: said.map(noteJson),
    };
  });
}

function journeyOf(id: string, journeys: readonly JourneyConfig[]): JourneyConfig {
  const journey = journeys.find((one) => one.id === id);
  if (journey !== undefined) return journey;
  const known = journeys.map((one) => one.id).join(', ');
  throw new ProblemError('resource-not-found', {
    detail: `There is no journey ${id}. ${known === '' ? 'This portal has none.' : `There is: ${known}.`}`,
  });
}

function placeOf(cursor: string, order: BoardOrder): BoardPlace {
  const place = placeOfText(cursor, order);
  if (place !== null) return place;
  throw new ProblemError('request-invalid', {
    detail: 'The cursor is none of a list in this order. Begin without one.',
    errors: [{ in: 'query', at: 'cursor', message: 'is no cursor of this list' }],
  });
}
