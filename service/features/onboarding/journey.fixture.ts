import type { JourneyConfig } from '../../../contract/portal-config.ts';
import type { EvidenceQuery, Exchange } from '../traffic/index.ts';
import type { ReceivedDelivery } from '../webhooks/index.ts';
import type { Records } from './records.ts';

/** The journey of the tests: a key, something made, the same thing read. */
export const firstCall: JourneyConfig = {
  id: 'first-call',
  title: 'Your first call',
  steps: [
    { id: 'get-key', title: 'Get a key', proof: { kind: 'key-issued' } },
    { id: 'create', title: 'Create', proof: { kind: 'traffic', operation: 'cardea/v2/createOffer', status: '201' } },
    {
      id: 'read',
      title: 'Read',
      proof: { kind: 'traffic', operation: 'cardea/v2/getOffer', sameResourceAs: 'create' },
    },
  ],
};

export function anExchange(difference: Partial<Exchange>): Exchange {
  return {
    id: 'exc_1',
    requestId: 'req_1',
    at: new Date('2026-11-21T09:31:04.120Z'),
    api: 'cardea',
    version: 'v2',
    operation: 'createOffer',
    keyId: 'key_1',
    organization: 'org_1',
    environment: 'sandbox',
    method: 'POST',
    path: '/offers',
    status: 201,
    upstreamStatus: 201,
    durationMs: 7.4,
    upstreamMs: 3.1,
    requestBytes: 120,
    responseBytes: 640,
    problem: null,
    findings: [],
    resource: 'off_1',
    traceId: null,
    isCompared: true,
    excerpt: null,
    ...difference,
  };
}

/** Records in memory: what `record` is given is found, and told to who listens. */
export function memoryRecords(): Records & {
  record(exchange: Exchange): void;
  /** As another process does: nobody is told. */
  recordElsewhere(exchange: Exchange): void;
  readonly received: ReceivedDelivery[];
  readonly listeners: Set<unknown>;
  fail?: Error;
} {
  const exchanges: Exchange[] = [];
  const received: ReceivedDelivery[] = [];
  const listeners = new Set<(exchange: Exchange) => void>();
  const fits = (exchange: Exchange, query: Omit<EvidenceQuery, 'organization'>) =>
    exchange.operation === query.operation &&
    (query.status === '2XX' ? exchange.status < 300 : exchange.status === Number(query.status));
  return {
    listeners,
    received,
    record(exchange) {
      exchanges.push(exchange);
      for (const listener of listeners) listener(exchange);
    },
    recordElsewhere: (exchange) => void exchanges.push(exchange),
    async findFirst(query) {
      if (this.fail) throw this.fail;
      const { after } = query;
      const paired = (exchange: Exchange) =>
        after === undefined || exchanges.some((other) => fits(other, after) && other.resource === exchange.resource);
      return exchanges.find((exchange) => fits(exchange, query) && paired(exchange)) ?? null;
    },
    after: async (_, id, limit) =>
      exchanges
        .filter((one) => one.id > (id ?? ''))
        .sort((one, other) => (one.id < other.id ? -1 : 1))
        .slice(0, limit),
    latest: async (_, limit) => exchanges.toReversed().slice(0, limit),
    latestIds: async (_, limit) =>
      exchanges
        .map(({ id }) => id)
        .reverse()
        .slice(0, limit),
    findOwn: async (_, id) => exchanges.find((one) => one.id === id) ?? null,
    refusedOf: async () => null,
    subscribe(_, listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    receivedOf: async () => received,
    firstKeyIssuedAt: async () => new Date('2026-11-21T09:00:00.000Z'),
  };
}
