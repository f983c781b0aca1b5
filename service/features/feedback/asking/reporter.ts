import type { FastifyRequest } from 'fastify';
import type { AttachedExchange } from '../items/item.ts';
import type { Exchange } from '../../traffic/index.ts';

/** Who says it, as far as it can be known. */
export interface Reporter {
  readonly person: string | null;
  readonly organization: string | null;
  /** Signed in, or with a key that is good. */
  readonly isKnown: boolean;
  /** One of the reporter's own, by its id or the `Request-Id` of its answer; null where there is none. */
  exchange(id: string): Promise<AttachedExchange | null>;
}

export interface Reporters {
  /** Throws the problem of a key that is no good: who sends one means it. */
  of(request: FastifyRequest): Promise<Reporter>;
}

export interface ReporterDeps {
  /** Who is signed in. */
  readonly sessionOf: (request: FastifyRequest) => Promise<{
    readonly person: { readonly id: string };
    readonly organization: { readonly id: string } | null;
  } | null>;
  /** The guest whom the request's cookie names. */
  readonly guestOf: (request: FastifyRequest) => string | null;
  /** Throws where the request carries no usable key. */
  readonly keyOf: (request: FastifyRequest) => Promise<{ readonly organization: string }>;
  readonly findExchange: (organization: string, id: string) => Promise<Exchange | null>;
}

/** Knows people by their session, and integrations by the key in `Authorization`; a guest's key is as good as any for the guest's exchanges. */
export function reporters(deps: ReporterDeps): Reporters {
  return {
    of: async (request) => {
      const session = await deps.sessionOf(request);
      const hasKey = request.headers.authorization !== undefined;
      const ofKey = hasKey ? (await deps.keyOf(request)).organization : null;
      const organizations = [ofKey, session?.organization?.id ?? null, deps.guestOf(request)];
      return {
        person: session?.person.id ?? null,
        organization: session?.organization?.id ?? ofKey,
        isKnown: session !== null || hasKey,
        exchange: async (id) => {
          for (const organization of organizations) {
            const found = organization === null ? null : await deps.findExchange(organization, id);
            if (found !== null) return attached(found);
          }
          return null;
        },
      };
    },
  };
}

function attached({ id, requestId, at, method, path, status, problem, excerpt }: Exchange): AttachedExchange {
  return { id, requestId, at, method, path, status, problem, excerpt };
}
