import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem.ts';

export interface RequestOrigin {
  readonly origin: string | undefined;
  readonly secFetchSite: string | undefined;
  readonly host: string | undefined;
}

/**
 * Whether a request that changes something comes from our own pages, or from a program. Browsers send `Sec-Fetch-Site`
 * (https://www.w3.org/TR/fetch-metadata/) and `Origin` with every such request, and no page can change them; other
 * programs send neither. `sites` are further origins that our pages stand on.
 */
export function isOwnOrigin(request: RequestOrigin, sites: readonly string[]): boolean {
  if (request.secFetchSite === 'same-origin') return true;
  if (request.origin !== undefined) return sites.includes(request.origin) || isHost(request.origin, request.host);
  return request.secFetchSite === undefined || request.secFetchSite === 'none';
}

/** The scheme is left out: a proxy in front may end TLS. */
function isHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** A Fastify hook for routes that read the guest's cookie or take a form. */
export function refuseForeignOrigins(sites: readonly string[]) {
  return async (request: FastifyRequest): Promise<void> => {
    const { origin, host } = request.headers;
    const secFetchSite = request.headers['sec-fetch-site'];
    if (isOwnOrigin({ origin, host, secFetchSite }, sites)) return;
    throw new ProblemError('origin-refused', {
      detail: `A page of ${origin ?? 'another site'} sent this request. Send it from this portal's own pages, or from a program without an Origin header.`,
    });
  };
}
