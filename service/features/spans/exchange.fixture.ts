import type { Exchange, ExchangeTrace } from '../traffic/index.ts';

/** An exchange for tests, different from the usual one where it matters. */
export function anExchange(difference: Partial<Exchange> = {}): Exchange {
  return {
    id: 'exc_1',
    requestId: 'req_1',
    traceId: '0af7651916cd43dd8448eb211c80319c',
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
    requestBytes: 0,
    responseBytes: 640,
    problem: null,
    findings: [],
    resource: null,
    isCompared: true,
    excerpt: null,
    ...difference,
  };
}

/** Where that exchange stands in its trace. */
export function aTrace(difference: Partial<ExchangeTrace> = {}): ExchangeTrace {
  return {
    spanId: '1111111111111111',
    parentSpanId: 'b7ad6b7169203331',
    isSampled: true,
    state: 'rojo=1',
    upstream: { spanId: '2222222222222222', afterMs: 2 },
    ...difference,
  };
}
