import { afterEach } from 'vitest';
import { readMappings } from '../../../../contract/mapped/index.ts';
import { type Files, writePortal } from '../../../../contract/mapped/mapped.fixture.ts';
import { loadPortal, readContracts } from '../../../../contract/read/index.ts';
import type { ProtectionConfig } from '../../../../contract/portal-config.ts';
import { newSqlite } from '../../../../tests/support/databases.ts';
import { migrate, openDatabase } from '../../../platform/database/index.ts';
import { sandboxMigrations } from '../../sandbox/index.ts';
import { type GatewayOptions, type RunningGateway, startGateway } from '../gateway.fixture.ts';
import { gatewayMigrations } from '../migrations.ts';

const ends: (() => unknown)[] = [];
/** Done after the test, the latest first. */
export function afterwards(end: () => unknown): void {
  ends.push(end);
}
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

export interface MappedGateway extends RunningGateway {
  /** Sends with a live key below `/gateway/{api}/v1`. */
  readonly send: (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD',
    url: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<{
    readonly status: number;
    readonly json: unknown;
    readonly headers: Readonly<Record<string, unknown>>;
  }>;
}

/** A gateway before the portal of these files, whose live upstream is at `url`. */
export async function startMapped(
  files: Files,
  url: string,
  {
    protection,
    timeoutSeconds,
    ...options
  }: GatewayOptions & { readonly protection?: ProtectionConfig; readonly timeoutSeconds?: number } = {},
): Promise<MappedGateway> {
  const portal = await loadPortal(writePortal(files));
  const contracts = await readContracts(portal);
  const [api] = portal.apis;
  const live = api?.versions[0]?.live;
  if (!api || !live) throw new Error('The portal has no live upstream.');
  const place = await newSqlite();
  afterwards(() => place.remove());
  const database = await openDatabase(place);
  afterwards(() => database.close());
  await migrate(database, [...sandboxMigrations, ...gatewayMigrations]);
  const gateway = await startGateway(database, contracts, {
    ...options,
    live: {
      ...live,
      url,
      timeoutSeconds: timeoutSeconds ?? live.timeoutSeconds,
      protection: { ...live.protection, ...protection },
    },
    mappings: await readMappings(portal, contracts),
  });
  afterwards(() => gateway.app.close());
  return {
    ...gateway,
    async send(method, below, body, headers = {}) {
      const answer = await gateway.app.inject({
        method,
        url: `/gateway/${api.id}/v1${below}`,
        headers: { authorization: 'Bearer ptl_live_a', ...headers },
        ...(body !== undefined && { payload: body as object }),
      });
      const json: unknown = answer.body === '' ? undefined : JSON.parse(answer.body);
      return { status: answer.statusCode, json, headers: answer.headers };
    },
  };
}
