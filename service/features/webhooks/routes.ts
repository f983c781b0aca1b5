import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ContractRoutes } from '../../platform/contract-routes/index.ts';
import { ProblemError } from '../../platform/problem.ts';
import type { DeliveryState } from './delivery.ts';
import { deliveryJson, detailJson } from './delivery-json.ts';
import type { Webhooks } from './webhooks.ts';

export interface WebhookRoutesDeps {
  readonly routes: ContractRoutes;
  readonly keyOf: (request: FastifyRequest) => Promise<{ organization: string; environment: 'sandbox' | 'live' }>;
  readonly webhooks: Webhooks;
}

interface Sent {
  Params: { delivery: string };
  Querystring: { state?: DeliveryState; inbox?: boolean; before?: string; limit: number };
}

export function webhookRoutes(app: FastifyInstance, { routes, keyOf, webhooks }: WebhookRoutesDeps): void {
  const organizationOf = async (request: FastifyRequest) => {
    const { organization, environment } = await keyOf(request);
    if (environment === 'sandbox') return organization;
    throw new ProblemError('environment-unavailable', {
      detail: 'These are the webhooks of sandboxes, and this is a live key. Send a sandbox key, ptl_test_….',
    });
  };

  routes.add(app, 'getWebhooks', async (request) => webhooks.overview(await organizationOf(request)));
  routes.add<{ Body: { url: string } }>(app, 'setWebhookAddress', async (request) =>
    webhooks.setAddress(await organizationOf(request), request.body.url),
  );
  routes.add(app, 'deleteWebhookAddress', async (request, reply) => {
    await webhooks.removeAddress(await organizationOf(request));
    return reply.code(204).send();
  });
  routes.add<{ Body: { api: string; version: string; type: string } }>(
    app,
    'sendTestWebhook',
    async (request, reply) => {
      const sent = await webhooks.sendTest(await organizationOf(request), request.body);
      return reply.code(202).send({ data: sent.map(deliveryJson) });
    },
  );
  routes.add<Sent>(app, 'listWebhookDeliveries', async (request) => {
    const { inbox, ...query } = request.query;
    const organization = await organizationOf(request);
    const page = await webhooks.list(organization, { ...query, forInbox: inbox });
    return { data: page.deliveries.map(deliveryJson), has_more: page.hasMore };
  });
  routes.add<Sent>(app, 'getWebhookDelivery', async (request) => {
    const found = await webhooks.find(await organizationOf(request), request.params.delivery);
    return detailJson(found.delivery, found.attempts);
  });
  routes.add<Sent>(app, 'replayWebhookDelivery', async (request, reply) => {
    const again = await webhooks.replay(await organizationOf(request), request.params.delivery);
    return reply.code(202).send(deliveryJson(again));
  });
  routes.add<{ Body: { since: string; state?: DeliveryState } }>(app, 'replayWebhooks', async (request, reply) => {
    const { since, state } = request.body;
    const again = await webhooks.replaySince(await organizationOf(request), new Date(since), state);
    return reply.code(202).send({ data: again.map(deliveryJson) });
  });
}
