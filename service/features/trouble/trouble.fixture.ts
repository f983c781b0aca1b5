import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect } from 'vitest';
import { readContract } from '../../../contract/read/index.ts';
import { newSqlite } from '../../../tests/support/databases.ts';
import { contractRoutes } from '../../platform/contract-routes/index.ts';
import { migrate, openDatabase } from '../../platform/database/index.ts';
import { contractAt, examples, type RunningGateway, startGateway } from '../gateway/gateway.fixture.ts';
import { ProblemError } from '../../platform/problem.ts';
import type { UsableKey } from '../keys/index.ts';
import { sandboxMigrations } from '../sandbox/index.ts';
import { troubleFeature, troubleMigrations } from './index.ts';

/** Calls that wait until a test lets them go. */
export function heldCalls() {
  const held = new Map<() => void, number>();
  const wanted: (() => void)[] = [];
  return {
    after: (ms: number, call: () => void) => {
      held.set(call, ms);
      for (const tell of wanted.splice(0)) tell();
      return () => void held.delete(call);
    },
    times: () => [...held.values()],
    /** Resolves when something waits. */
    async some() {
      if (held.size === 0) await new Promise<void>((resolve) => wanted.push(resolve));
    },
    run() {
      for (const call of [...held.keys()]) call();
    },
  };
}

export const offers = '/gateway/cardea/v2/credential-offers';
export const diploma = {
  credential_type_id: 'typ_01k8p3a1b2c3d4e5f6g7h8j9k0',
  holder: { name: 'Ada Lindqvist', email: 'ada.lindqvist@students.halden.example' },
  claims: { kind: 'diploma', degree: 'Master', field_of_study: 'Navigation', awarded_on: '2026-06-12' },
};

const ownFile = 'openapi/portal/v1.yaml';

/** As the gateway's stand-in for authentication has it: `ptl_test_a` is of `org_a`. */
function keyIn(authorization: string | undefined): UsableKey {
  const [, environment, name = ''] = /^Bearer ptl_(test|live)_([a-z]+)$/.exec(authorization ?? '') ?? [];
  if (environment === undefined) throw new ProblemError('key-missing');
  return {
    id: `key_${name}`,
    organization: `org_${name}`,
    environment: environment === 'test' ? 'sandbox' : 'live',
    requestsPerMinute: 100,
  };
}

/** The sandbox of three contracts behind a gateway that listens, with trouble on demand. */
export function startTroubled() {
  const calls = heldCalls();
  const time = { ms: Date.parse('2026-11-21T09:00:00Z') };
  let gateway: RunningGateway;
  let address: AddressInfo;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const place = await newSqlite();
    const database = await openDatabase(place);
    await migrate(database, [...sandboxMigrations, ...troubleMigrations]);
    const routes = contractRoutes(await readContract({ api: 'portal', version: 'v1', file: ownFile }), '/api/v1');
    routes.authorizeBy('key', async () => undefined);
    const trouble = troubleFeature({
      database,
      routes,
      keyOf: async ({ headers }) => keyIn(headers.authorization),
      log: { warn: (details) => expect.fail(JSON.stringify(details)) },
      clock: { now: () => new Date(time.ms) },
      after: calls.after,
    });
    const contracts = await Promise.all([
      contractAt('openapi/cardea/v2.yaml', 'cardea', 'v2'),
      contractAt(`${examples}/3.1/json/train-travel.json`, 'trains'),
      contractAt(`${examples}/3.0/json/petstore.json`, 'pets'),
    ]);
    gateway = await startGateway(database, contracts, { meetTrouble: trouble.meet });
    await gateway.app.register(trouble.plugin);
    await gateway.app.listen({ host: '127.0.0.1', port: 0 });
    address = gateway.app.server.address() as AddressInfo;
    close = async () => {
      await gateway.app.close();
      await database.close();
      await place.remove();
    };
  });
  afterAll(() => close());
  return {
    calls,
    time,
    port: () => address.port,
    last: () => gateway.last(),
    exchanges: () => gateway.exchanges,
    async call(path: string, options: { headers?: Record<string, string>; body?: unknown; method?: string } = {}) {
      const { headers, body } = options;
      const answer = await fetch(`http://127.0.0.1:${address.port}${path}`, {
        method: options.method ?? (body === undefined ? 'GET' : 'POST'),
        headers: {
          authorization: 'Bearer ptl_test_a',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return answer;
    },
  };
}
