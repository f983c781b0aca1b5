import type { Exchange } from '../traffic/index.ts';

/** An exchange for tests, different from the usual one where it matters. */
export function anExchange(difference: Partial<Exchange> = {}): Exchange {
  return {
    id: 'exc_1',
    requestId: 'req_1',
    traceId: null,
    at: new Date('2026-11-21T09:31:04.120Z'),
    api: 'cardea',
    version: 'v2',
    operation: 'getThing',
    keyId: 'key_1',
    organization: 'org_1',
    environment: 'live',
    method: 'GET',
    path: '/things/1',
    status: 200,
    upstreamStatus: 200,
    durationMs: 7.4,
    upstreamMs: 3.1,
    requestBytes: 120,
    responseBytes: 640,
    problem: null,
    findings: [],
    resource: null,
    isCompared: true,
    excerpt: null,
    ...difference,
  };
}
