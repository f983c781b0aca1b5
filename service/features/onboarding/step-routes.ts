import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import { refuseForeignOrigins } from '../../platform/own-origin.ts';
import { ProblemError } from '../../platform/problem.ts';
import type { Session, SessionOfRequest } from '../accounts/index.ts';
import { actingFor } from './asked-by.ts';
import type { Answers } from './check-answers.ts';
import { journeyOf } from './journey-of.ts';
import { type LaunchpadDeps, launchpadOf } from './launchpad.ts';
import type { PersonSteps } from './person-steps.ts';
import { toProgressJson } from './progress-json.ts';

export interface StepRoutesDeps extends LaunchpadDeps {
  readonly routes: ContractRoutes;
  readonly sessionOf: SessionOfRequest;
  readonly steps: PersonSteps;
  readonly sites: readonly string[];
}

interface Named {
  readonly journey: string;
  readonly step: string;
}
type OfTeam<Body = unknown> = FastifyRequest<{ Params: Named & { organization: string }; Body: Body }>;

/** What people do on a journey, and what the team sees of it. Who may is in the contract. */
export function stepRoutes(app: FastifyInstance, deps: StepRoutesDeps): void {
  const { routes, journeys, steps, read } = deps;
  const own = [refuseForeignOrigins(deps.sites)];

  async function signedIn(request: FastifyRequest): Promise<Session> {
    const session = await deps.sessionOf(request);
    if (session === null) throw new ProblemError('session-missing', { detail: 'Sign in, then send it again.' });
    return session;
  }

  const placeOf = ({ journey, step }: Named, organization: string) => ({
    journey: journeyOf(journey, journeys),
    ...{ step, organization },
  });
  const who = ({ person }: Session) => ({ id: person.id, name: person.name });

  routes.add(
    app,
    'fillJourneyForm',
    async (request: FastifyRequest<{ Params: Named; Body: { answers: Answers } }>) => {
      const session = await signedIn(request);
      const place = placeOf(request.params, actingFor(session).id);
      return toProgressJson(await steps.fillIn(place, request.body.answers, who(session)));
    },
    own,
  );
  routes.add(
    app,
    'agreeOnJourney',
    async (request: FastifyRequest<{ Params: Named; Body: { version: string } }>) => {
      const session = await signedIn(request);
      const place = placeOf(request.params, actingFor(session).id);
      return toProgressJson(await steps.agree(place, request.body.version, who(session)));
    },
    own,
  );
  routes.add(app, 'getLaunchpad', async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    return launchpadOf(actingFor(await signedIn(request)).id, deps);
  });
  routes.add(app, 'getOrganizationProgress', async ({ params }: OfTeam) =>
    toProgressJson(await read(journeyOf(params.journey, journeys), params.organization)),
  );
  routes.add(
    app,
    'reviewJourneyStep',
    async (request: OfTeam<{ decision: 'approved' | 'returned'; note?: string }>) => {
      const { decision, note = '' } = request.body;
      const place = placeOf(request.params, request.params.organization);
      const session = await signedIn(request);
      return toProgressJson(await steps.review(place, { isApproved: decision === 'approved', note }, who(session)));
    },
    own,
  );
}
