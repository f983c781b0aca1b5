import type { FastifyRequest } from 'fastify';
import type { Operation, SecurityRequirement } from '../../../contract/model.ts';
import { ProblemError } from '../problem.ts';

/**
 * Checks what a request presents for one security scheme; throws the problem where it does not do. `roles` are those that the
 * contract names for the operation, one of which is needed (OpenAPI 3.1 §4.8.30: role names of schemes that have no scopes).
 */
export type Authorizer = (request: FastifyRequest, roles: readonly string[]) => Promise<void>;

/** The authorizers by the name of the contract's security scheme. */
export type Authorizers = ReadonlyMap<string, Authorizer>;

/**
 * What lets a request through by the operation's `security`: one of the requirements, and of that all schemes. Null where there is
 * nothing to check. Where none does, the problem is the one that says most: of somebody who is known and may not (403), else of
 * the first requirement.
 */
export function authorization(
  operation: Operation,
  authorizers: Authorizers,
): ((request: FastifyRequest) => Promise<void>) | null {
  const { security } = operation;
  if (security.length === 0 || security.some((requirement) => Object.keys(requirement).length === 0)) return null;
  return async (request) => {
    const problems: unknown[] = [];
    for (const requirement of security) {
      try {
        return await meet(requirement, authorizers, request);
      } catch (error) {
        if (!(error instanceof ProblemError) || error.status >= 500) throw error;
        problems.push(error);
      }
    }
    throw problems.find((error) => (error as ProblemError).status === 403) ?? problems[0];
  };
}

async function meet(
  requirement: SecurityRequirement,
  authorizers: Authorizers,
  request: FastifyRequest,
): Promise<void> {
  for (const [scheme, roles] of Object.entries(requirement)) {
    const authorize = authorizers.get(scheme);
    if (authorize === undefined) throw new Error(`Nothing checks the security scheme ${scheme}.`);
    await authorize(request, roles);
  }
}
