import type { FastifyInstance } from 'fastify';
import type { ContractRoutes } from '../../../platform/contract-routes/index.ts';
import { auditEventJson, type AuditLog } from '../audit/index.ts';
import { type SessionOfRequest, signedIn } from '../session-of-request.ts';

/** What happened at one's own account. */
export function eventRoutes(
  app: FastifyInstance,
  deps: { readonly routes: ContractRoutes; readonly sessionOf: SessionOfRequest; readonly audit: AuditLog },
): void {
  const { routes, sessionOf, audit } = deps;
  routes.add(app, 'listAccountEvents', async (request, reply) => {
    const { person } = await signedIn(sessionOf, request);
    void reply.header('cache-control', 'no-store');
    return { data: (await audit.ofPerson(person.id)).map(auditEventJson) };
  });
}
