import { afterEach } from 'vitest';
import type { Contract } from '../../../contract/model.ts';
import { newSqlite } from '../../../tests/support/databases.ts';
import { migrate, openDatabase } from '../../platform/database/index.ts';
import { sandboxMigrations } from '../sandbox/index.ts';
import { type GatewayOptions, type RunningGateway, startGateway } from './gateway.fixture.ts';
import { gatewayMigrations } from './migrations.ts';
import { liveContract, rawUpstream, upstreamServer } from './live.fixture.ts';

export type LiveSettings = Partial<NonNullable<GatewayOptions['live']>>;

/** What a key that reaches the live upstream is sent as. */
export const liveKey = { authorization: 'Bearer ptl_live_a' };

export interface LiveGateways {
  readonly gatewayTo: (
    url: string,
    live?: LiveSettings,
    options?: GatewayOptions,
    contract?: Contract,
  ) => Promise<RunningGateway>;
  readonly upstream: typeof upstreamServer;
  readonly raw: typeof rawUpstream;
  /** Done after the test, before what was begun earlier ends. */
  readonly afterwards: (end: () => Promise<unknown>) => void;
}

/** Gateways and upstreams for the tests of one file; each ends with its test. */
export function liveGateways(): LiveGateways {
  let ends: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const end of ends.reverse()) await end();
    ends = [];
  });
  return {
    afterwards: (end) => void ends.push(end),
    gatewayTo: async (url, live = {}, options = {}, contract = liveContract) => {
      const place = await newSqlite();
      const database = await openDatabase(place);
      await migrate(database, [...sandboxMigrations, ...gatewayMigrations]);
      const gateway = await startGateway(database, [contract], {
        live: { url, variables: {}, timeoutSeconds: 5, ...live },
        ...options,
      });
      ends.push(
        () => place.remove(),
        () => database.close(),
        () => gateway.app.close(),
      );
      return gateway;
    },
    upstream: async (listener) => {
      const server = await upstreamServer(listener);
      ends.unshift(() => server.close());
      return server;
    },
    raw: async (onBytes) => {
      const server = await rawUpstream(onBytes);
      ends.unshift(() => server.close());
      return server;
    },
  };
}
