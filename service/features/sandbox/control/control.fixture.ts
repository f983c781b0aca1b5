import type { Contract } from '../../../../contract/model.ts';
import { readContract } from '../../../../contract/read/index.ts';
import { portalApi } from '../../../../tests/support/portal-api.ts';
import type { Database } from '../../../platform/database/index.ts';
import { type SandboxFeature, sandboxFeature } from '../index.ts';
import type { Item } from '../state.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Answered {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test looks into whatever came
  readonly body: any;
}

export interface ControlledSandbox extends Pick<SandboxFeature, 'sandbox'> {
  readonly contract: Contract;
  /** Below the sandbox's address; `as` is the organization, `live` one with a live key. */
  call(method: Method, path: string, body?: unknown, as?: string): Promise<Answered>;
  put(template: string, item: Item & { id: string }, as?: string): Promise<void>;
  remove(template: string, id: string, as?: string): Promise<void>;
  /** Of the first page of a hundred. */
  ids(template: string, as?: string): Promise<readonly string[]>;
  setNow(time: string): void;
}

export const cardea = await readContract({ api: 'cardea', version: 'v2', file: 'openapi/cardea/v2.yaml' });

/** The routes of `/sandboxes/cardea/v2` alone, with a clock that stands still. */
export async function startControl(database: Database, contract = cardea): Promise<ControlledSandbox> {
  let now = new Date('2026-11-21T09:00:00.000Z');
  const { app, routes } = portalApi();
  const feature = sandboxFeature({ database, clock: { now: () => now } });
  const { sandbox } = feature;
  const keyOf = async (request: { headers: { authorization?: string } }) => {
    const organization = request.headers.authorization ?? '';
    const environment = organization === 'live' ? ('live' as const) : ('sandbox' as const);
    return { id: 'key_1', organization, environment, requestsPerMinute: 60, scopes: null };
  };
  await app.register(feature.control({ routes, keyOf, contracts: [contract] }));
  return {
    sandbox,
    contract,
    async call(method, path, body, as = 'org_1') {
      const answer = await app.inject({
        method,
        url: `/api/v1/sandboxes/${contract.api}/${contract.version}${path}`,
        headers: { authorization: as, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { payload: JSON.stringify(body) }),
      });
      return { status: answer.statusCode, body: answer.body === '' ? null : (answer.json() as unknown) };
    },
    put: (template, item, as = 'org_1') =>
      sandbox.change(contract, as, ({ state, placeAt }) => state.put(placeAt(template), item.id, item)),
    remove: (template, id, as = 'org_1') =>
      sandbox.change(contract, as, ({ state, placeAt }) => state.remove(placeAt(template), id)),
    async ids(template, as = 'org_1') {
      const page = await sandbox.look(contract, as, ({ state, placeAt }) =>
        state.page(placeAt(template), { limit: 100 }),
      );
      return page.kind === 'page' ? page.items.map(({ id }) => id) : [];
    },
    setNow(time) {
      now = new Date(time);
    },
  };
}
