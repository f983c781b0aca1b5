import { newId } from '../../platform/ids.ts';
import type { Exchange } from './exchange.ts';

/** An exchange for tests, different from the usual one where it matters. */
export function anExchange(difference: Partial<Exchange> = {}): Exchange {
  return {
    id: newId('exc'),
    requestId: 'req_1',
    at: new Date('2026-11-21T09:31:04.120Z'),
    api: 'cardea',
    version: 'v2',
    operation: 'createCredentialOffer',
    keyId: 'key_1',
    organization: 'org_1',
    environment: 'sandbox',
    method: 'POST',
    path: '/credential-offers',
    status: 201,
    upstreamStatus: 201,
    durationMs: 7.4,
    upstreamMs: 3.1,
    requestBytes: 120,
    responseBytes: 640,
    problem: null,
    findings: [],
    resource: 'off_1',
    traceId: '0af7651916cd43dd8448eb211c80319c',
    isCompared: true,
    excerpt: null,
    ...difference,
  };
}

/** A read at a live upstream. */
export function aLiveExchange(difference: Partial<Exchange> = {}): Exchange {
  return anExchange({
    id: 'exc_1',
    operation: 'getThing',
    environment: 'live',
    method: 'GET',
    path: '/things/1',
    status: 200,
    upstreamStatus: 200,
    resource: null,
    ...difference,
  });
}
