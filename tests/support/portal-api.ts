import { fileURLToPath } from 'node:url';
import Fastify, { type FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import type { Contract } from '../../contract/model.ts';
import { readContract } from '../../contract/read/index.ts';
import { type ContractRoutes, contractRoutes } from '../../service/platform/contract-routes/index.ts';
import { useProblemAnswers } from '../../service/platform/error-handler.ts';
import { answerCheck } from './answer-check.ts';

const file = fileURLToPath(new URL('../../openapi/portal/v1.yaml', import.meta.url));

export const portalContract: Contract = await readContract({ api: 'portal', version: 'v1', file });

/** An application for one feature's routes: problems, and every answer checked against the portal's own contract. */
export function portalApi(): { app: FastifyInstance; routes: ContractRoutes } {
  const app = Fastify({ genReqId: () => 'req_test', trustProxy: true });
  useProblemAnswers(app, '');
  const check = answerCheck(portalContract);
  app.addHook('onSend', async (request, reply, payload) => {
    const { operationId } = (request.routeOptions.schema ?? {}) as { operationId?: string };
    if (operationId === undefined) return payload;
    const body = typeof payload === 'string' ? payload : null;
    // Fails the request, and with it the test.
    expect(check(operationId, { status: reply.statusCode, headers: reply.getHeaders(), body })).toEqual([]);
    return payload;
  });
  const routes = contractRoutes(portalContract, '/api/v1');
  // Who may call is the whole application's matter.
  for (const scheme of ['key', 'teamKey', 'session']) routes.authorizeBy(scheme, async () => undefined);
  return { app, routes };
}
