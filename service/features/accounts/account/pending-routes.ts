import type { FastifyInstance } from 'fastify';
import type { ContractRoutes } from '../../../platform/contract-routes/index.ts';
import { ProblemError } from '../../../platform/problem.ts';

const pending = ['listProviders', 'beginProviderSignIn', 'finishProviderSignIn'];

/** Declared, and under way in this very hour. */
export function pendingRoutes(app: FastifyInstance, routes: ContractRoutes): void {
  for (const operation of pending)
    routes.add(app, operation, () => {
      throw new ProblemError('unavailable');
    });
}
