import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { LoadedPortal } from '../../../../contract/read/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { ContractRoutes } from '../../../platform/contract-routes/index.ts';
import { ownAddress } from '../../../platform/own-address.ts';
import { ProblemError } from '../../../platform/problem.ts';
import { type SessionOfRequest, signedIn } from '../../accounts/index.ts';
import { cohortOf, openCohortOf } from '../cohort-of.ts';
import type { CohortStore } from '../cohort-store.ts';
import { largestCsvBytes, takeCsv } from '../csv/csv-body.ts';
import { invitationJson, reportJson } from './invitation-json.ts';
import { invitationLetter } from './invitation-letter.ts';
import type { InvitationStore } from './invitation-store.ts';
import { readInvited } from './read-invited.ts';

export interface InvitationRoutesDeps {
  readonly routes: ContractRoutes;
  readonly cohorts: Pick<CohortStore, 'find'>;
  readonly invitations: InvitationStore;
  readonly sessionOf: SessionOfRequest;
  readonly portal: Pick<LoadedPortal, 'url' | 'serviceUrl' | 'brand'>;
  readonly clock: Clock;
  /** Counts a mail to an address; throws `rate-limited` beyond the limit. */
  readonly countToAddress: (email: string) => Promise<void>;
  /** Refuses what another site's page sends. */
  readonly own: (request: FastifyRequest) => Promise<void>;
}

interface One {
  Params: { cohort: string };
}
interface OneInvitation {
  Params: { cohort: string; invitation: string };
}
type SentFile = FastifyRequest<One & { Body: string; Querystring: { preview?: boolean } }>;

/** Inviting a cohort from a file, and what becomes of each invitation. */
export function invitationRoutes(app: FastifyInstance, deps: InvitationRoutesDeps): void {
  const { routes, cohorts, invitations: store, sessionOf, portal, clock, countToAddress, own } = deps;
  takeCsv(app);

  const shown = async (request: FastifyRequest<OneInvitation>) =>
    invitationJson(await known(request), ownAddress(portal, request).service, clock.now());

  async function known(request: FastifyRequest<OneInvitation>) {
    const { cohort, invitation: id } = request.params;
    const found = await store.find(cohort, id);
    if (found !== null) return found;
    throw new ProblemError('resource-not-found', { detail: `There is no invitation ${JSON.stringify(id)}.` });
  }

  async function letterFrom(request: FastifyRequest, cohort: string) {
    const { person } = await signedIn(sessionOf, request);
    const { service } = ownAddress(portal, request);
    return invitationLetter({ portal: portal.brand.name, service, cohort, inviter: person.name });
  }

  routes.add(
    app,
    'inviteToCohort',
    async (request: SentFile) => {
      const cohort = await openCohortOf(cohorts, request.params.cohort);
      const isPreview = request.query.preview === true;
      const sheet = readInvited(request.body);
      if (isPreview) return reportJson(sheet, await store.foresee(cohort.id, sheet.rows), true);
      const { person } = await signedIn(sessionOf, request);
      const letter = await letterFrom(request, cohort.name);
      return reportJson(sheet, await store.invite(cohort.id, sheet.rows, person.id, letter), false);
    },
    [own],
    { largestBodyBytes: largestCsvBytes },
  );

  routes.add(app, 'listCohortInvitations', async (request: FastifyRequest<One>, reply) => {
    void reply.header('cache-control', 'no-store');
    const { id } = await cohortOf(cohorts, request.params.cohort);
    await store.settle(id);
    const { service } = ownAddress(portal, request);
    return { data: (await store.list(id)).map((one) => invitationJson(one, service, clock.now())) };
  });

  routes.add(
    app,
    'resendCohortInvitation',
    async (request: FastifyRequest<OneInvitation>) => {
      const cohort = await openCohortOf(cohorts, request.params.cohort);
      const { id, email, kept } = await known(request);
      if (kept === 'accepted') throw accepted();
      await countToAddress(email);
      if (!(await store.renew(id, await letterFrom(request, cohort.name)))) throw accepted();
      return shown(request);
    },
    [own],
  );

  routes.add(
    app,
    'withdrawCohortInvitation',
    async (request: FastifyRequest<OneInvitation>) => {
      await cohortOf(cohorts, request.params.cohort);
      const { id } = await known(request);
      if (!(await store.withdraw(id))) throw accepted();
      return shown(request);
    },
    [own],
  );
}

function accepted(): ProblemError {
  const detail = 'It was accepted meanwhile. Take the organization out of the cohort if it is not meant to be in it.';
  return new ProblemError('resource-conflict', { detail });
}
