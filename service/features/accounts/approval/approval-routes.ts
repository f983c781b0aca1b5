import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../../../platform/clock.ts';
import type { ContractRoutes } from '../../../platform/contract-routes/index.ts';
import type { MailRoom } from '../../../platform/mail/index.ts';
import { ownAddress } from '../../../platform/own-address.ts';
import { ProblemError } from '../../../platform/problem.ts';
import type { AuditLog } from '../audit/index.ts';
import { type SessionOfRequest, signedIn } from '../session-of-request.ts';
import { approvalLetters } from './approval-letters.ts';
import type { ApprovalStore } from './approval-store.ts';

export interface ApprovalRoutesDeps {
  readonly routes: ContractRoutes;
  readonly sessionOf: SessionOfRequest;
  readonly store: ApprovalStore;
  readonly mail: Pick<MailRoom, 'send'>;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly portal: { readonly url: string; readonly serviceUrl: string; readonly brand: { readonly name: string } };
  readonly signUp: 'open' | 'approval' | 'invitation';
  /** Refuses what another site's page sends. */
  readonly own: (request: FastifyRequest) => Promise<void>;
}

type Decision = FastifyRequest<{ Params: { person: string }; Body: { words?: string } }>;

const mostShown = 200;

/** Staff let people in, or not. */
export function approvalRoutes(app: FastifyInstance, deps: ApprovalRoutesDeps): void {
  const { routes, sessionOf, store, mail, audit, clock, portal, own } = deps;
  const lettersOf = (request: FastifyRequest) =>
    approvalLetters({ portal: portal.brand.name, site: ownAddress(portal, request).site });

  async function decided(
    request: Decision,
    kind: 'sign-up-approved' | 'sign-up-declined',
    decide: Promise<string | null>,
  ) {
    const { person } = await signedIn(sessionOf, request);
    const email = await decide;
    if (email === null) {
      const detail = `Nobody "${request.params.person}" waits. Somebody else may have decided meanwhile.`;
      throw new ProblemError('resource-not-found', { detail });
    }
    await audit.record({ kind, person: person.id, subject: email, userAgent: request.headers['user-agent'] });
  }

  routes.add(app, 'listSignUps', async (_, reply) => {
    void reply.header('cache-control', 'no-store');
    const waiting = await store.waiting(mostShown);
    const data = waiting.map(({ person, name, email, askedAt }) => ({
      ...{ person, name, email, asked_at: askedAt.toISOString() },
    }));
    return { sign_up: deps.signUp, data };
  });

  routes.add(
    app,
    'approveSignUp',
    async (request: Decision, reply) => {
      const letters = lettersOf(request);
      let email: string | null = null;
      const decide = store.approve(request.params.person, clock.now(), async (who, transaction) => {
        email = who.email;
        await mail.send(letters.approved(who, request.body.words?.trim() ?? ''), transaction);
      });
      await decided(
        request,
        'sign-up-approved',
        decide.then(() => email),
      );
      return reply.code(204).send();
    },
    [own],
  );

  routes.add(
    app,
    'declineSignUp',
    async (request: Decision, reply) => {
      const letters = lettersOf(request);
      let email: string | null = null;
      const decide = store.decline(request.params.person, async (who, transaction) => {
        email = who.email;
        await mail.send(letters.declined(who, request.body.words?.trim() ?? ''), transaction);
      });
      await decided(
        request,
        'sign-up-declined',
        decide.then(() => email),
      );
      return reply.code(204).send();
    },
    [own],
  );
}
