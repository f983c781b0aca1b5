import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AddressLimit } from '../../platform/address-limit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import type { NewId } from '../../platform/ids.ts';
import { refuseForeignOrigins } from '../../platform/own-origin.ts';
import { ProblemError } from '../../platform/problem.ts';
import { decideFeedback } from './feedback.ts';
import { parseForm, toFields } from './feedback-form.ts';
import type { FeedbackStore } from './feedback-store.ts';

export interface FeedbackRoutesDeps {
  readonly routes: ContractRoutes;
  readonly store: FeedbackStore;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly limit: AddressLimit;
  readonly reasons: readonly string[];
  readonly sites: readonly string[];
  readonly thanksPage: string;
}

type FeedbackRequest = FastifyRequest<{ Body: Parameters<typeof toFields>[0] }>;

const formMediaType = 'application/x-www-form-urlencoded';

export function feedbackRoutes(app: FastifyInstance, deps: FeedbackRoutesDeps): void {
  app.addContentTypeParser(formMediaType, { parseAs: 'string' }, async (_: FastifyRequest, body: string) =>
    parseForm(body),
  );
  deps.routes.add(app, 'createFeedback', (request: FeedbackRequest, reply) => create(request, reply, deps), [
    refuseForeignOrigins(deps.sites),
    deps.limit,
  ]);
}

async function create(request: FeedbackRequest, reply: FastifyReply, deps: FeedbackRoutesDeps): Promise<FastifyReply> {
  const decision = decideFeedback(toFields(request.body), deps.reasons);
  if (decision.kind === 'refused') {
    const { at, message } = decision;
    throw new ProblemError('request-invalid', {
      detail: `body ${at} ${message}.`,
      errors: [{ in: 'body', at, message }],
    });
  }
  const item = { id: deps.newId('fbk'), receivedAt: deps.clock.now(), ...decision.item };
  await deps.store.add(item);
  const isForm = request.headers['content-type']?.toLowerCase().startsWith(formMediaType);
  if (isForm) return reply.redirect(deps.thanksPage, 303);
  return reply.code(201).send({ id: item.id, received_at: item.receivedAt.toISOString() });
}
