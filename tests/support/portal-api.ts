import { fileURLToPath } from 'node:url';
import Fastify, { type FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import type { Contract, Response } from '../../contract/model.ts';
import { readContract } from '../../contract/read/index.ts';
import { type ContractRoutes, contractRoutes, contractSchemas } from '../../service/platform/contract-routes/index.ts';
import { useProblemAnswers } from '../../service/platform/error-handler.ts';

const file = fileURLToPath(new URL('../../openapi/portal/v1.yaml', import.meta.url));

export const portalContract: Contract = await readContract({ api: 'portal', version: 'v1', file });

/** An application for one feature's routes: problems, and every answer checked against the portal's own contract. */
export function portalApi(): { app: FastifyInstance; routes: ContractRoutes } {
  const app = Fastify({ genReqId: () => 'req_test', trustProxy: true });
  useProblemAnswers(app, '');
  checkAnswers(app);
  return { app, routes: contractRoutes(portalContract, '/api/v1') };
}

/** Fails the request, and with it the test, when an answer is not one that the contract describes. */
export function checkAnswers(app: FastifyInstance, contract = portalContract): void {
  const schemas = contractSchemas(contract);
  app.addHook('onSend', async (request, reply, payload) => {
    const { operationId } = (request.routeOptions.schema ?? {}) as { operationId?: string };
    const operation = contract.operations.find(({ id }) => id === operationId);
    if (operation === undefined) return payload;
    const described = responseFor(operation.responses, reply.statusCode);
    expect(described, `${operationId} answers ${reply.statusCode}, which is not described`).toBeDefined();
    const missing = described?.headers.filter(({ name, required }) => required && !reply.hasHeader(name));
    expect(missing, `headers of ${operationId} ${reply.statusCode}`).toEqual([]);
    if (described === undefined || typeof payload !== 'string' || payload === '') return payload;
    const type = String(reply.getHeader('content-type')).split(';', 1)[0];
    const media = described.content.find((candidate) => candidate.type === type);
    expect(media, `${operationId} ${reply.statusCode} answers as ${type}, which is not described`).toBeDefined();
    const validate = schemas.body(media?.schema ?? true);
    validate(JSON.parse(payload));
    expect(validate.errors ?? [], `the body of ${operationId} ${reply.statusCode}`).toEqual([]);
    return payload;
  });
}

/** OpenAPI 3.1 §4.8.16: the status, else its class, else `default`, which here stands for problems only. */
function responseFor(responses: readonly Response[], status: number): Response | undefined {
  const named = (name: string) => responses.find((response) => response.status.toUpperCase() === name);
  return (
    named(String(status)) ?? named(`${Math.floor(status / 100)}XX`) ?? (status >= 400 ? named('DEFAULT') : undefined)
  );
}
