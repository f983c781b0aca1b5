import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AddressLimit } from '../../../platform/address-limit.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { ContractRoutes } from '../../../platform/contract-routes/index.ts';
import type { NewId } from '../../../platform/ids.ts';
import { refuseForeignOrigins } from '../../../platform/own-origin.ts';
import { ProblemError } from '../../../platform/problem.ts';
import type { ItemStore } from '../items/item-store.ts';
import type { Challenges } from './challenge.ts';
import { decideFeedback } from './decide-feedback.ts';
import type { Reporters } from './reporter.ts';
import { parseForm, toFields } from './feedback-form.ts';
import { suspicion } from './suspicion.ts';

export interface AskingDeps {
  readonly routes: ContractRoutes;
  readonly store: ItemStore;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly limit: AddressLimit;
  readonly challengeLimit: AddressLimit;
  readonly challenges: Challenges;
  readonly reporters: Reporters;
  readonly reasons: readonly string[];
  readonly sites: readonly string[];
  readonly thanksPage: string;
}

type FeedbackRequest = FastifyRequest<{
  Body: Parameters<typeof toFields>[0] & {
    readonly proof?: string;
    /** Not seen by people; programs fill it in. */
    readonly website?: string;
    readonly anonymous?: boolean;
  };
}>;

const formMediaType = 'application/x-www-form-urlencoded';

export function askingRoutes(app: FastifyInstance, deps: AskingDeps): void {
  const { routes, challenges } = deps;
  app.addContentTypeParser(formMediaType, { parseAs: 'string' }, async (_: FastifyRequest, body: string) =>
    parseForm(body),
  );
  routes.add(
    app,
    'getFeedbackChallenge',
    async (_: FastifyRequest, reply: FastifyReply) => {
      void reply.header('cache-control', 'no-store');
      return challenges.give();
    },
    [deps.challengeLimit],
  );
  routes.add(app, 'createFeedback', (request: FeedbackRequest, reply) => create(request, reply, deps), [
    refuseForeignOrigins(deps.sites),
    deps.limit,
  ]);
}

async function create(request: FeedbackRequest, reply: FastifyReply, deps: AskingDeps): Promise<FastifyReply> {
  const { proof: told = '', website: trap = '', anonymous = false, ...body } = request.body;
  const decision = decideFeedback(toFields(body), deps.reasons);
  if (decision.kind === 'refused') throw refused(decision.at, decision.message);
  const now = deps.clock.now();
  const reporter = await deps.reporters.of(request);
  const exchange = decision.exchange === null ? null : await reporter.exchange(decision.exchange);
  if (decision.exchange !== null && exchange === null) {
    throw refused('/exchange', 'names no exchange of yours: send it with the key that made the request');
  }
  const solved = told === '' ? null : await deps.challenges.solved(told);
  const proof = solved && { ...solved, isFresh: await deps.store.spendProof(solved.signature, solved.expires, now) };
  const { item } = decision;
  const { person, organization, isKnown } = reporter;
  const stored = {
    ...{ id: deps.newId('fbk'), receivedAt: now, ...item, exchange },
    ...(anonymous ? { person: null, organization: null } : { person, organization }),
    held: suspicion({ item, trap, proof, isKnown, now }),
  };
  await deps.store.add(stored);
  if (request.headers['content-type']?.startsWith(formMediaType)) return reply.redirect(deps.thanksPage, 303);
  return reply.code(201).send({ id: stored.id, received_at: now.toISOString() });
}

function refused(at: string, message: string): ProblemError {
  return new ProblemError('request-invalid', {
    detail: `body ${at} ${message}.`,
    errors: [{ in: 'body', at, message }],
  });
}
