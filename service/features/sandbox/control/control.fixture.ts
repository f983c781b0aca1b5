import type { Contract } from '../../../../contract/model.ts';
import { readContract } from '../../../../contract/read/index.ts';
import { portalApi } from '../../../../tests/support/portal-api.ts';
import type { Database } from '../../../platform/database/index.ts';
import { type SandboxFeature, sandboxFeature } from '../index.ts';
import type { Item } from '../state.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

interface SnapshotBody {
  readonly id: string;
  readonly reason: string;
  readonly items: number;
}

/** What any of the answers may have; that they are as the contract says is checked with each. */
interface AnsweredBody extends SnapshotBody {
  readonly type: string;
  readonly errors: readonly { readonly at: string }[];
  readonly clock: { readonly now: string; readonly real_now: string; readonly offset: string };
  readonly collections: readonly { readonly path: string; readonly items: number }[];
  readonly snapshots: readonly SnapshotBody[];
  readonly data: readonly SnapshotBody[];
  readonly bytes: number;
  readonly changed_at: string | null;
  readonly undo: string;
}

export interface Answered {
  readonly status: number;
  readonly body: AnsweredBody;
}

export interface ControlledSandbox extends Pick<SandboxFeature, 'sandbox'> {
  readonly contract: Contract;
  /** Below the sandbox's address; `as` is the organization, `live` one with a live key. */
  call(this: void, method: Method, path: string, body?: unknown, as?: string): Promise<Answered>;
  /** By path, as the sandbox exports them. */
  exported(): Promise<{ readonly items: Readonly<Record<string, readonly Item[]>> }>;
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
  const feature = sandboxFeature({ database, secret: Buffer.alloc(32, 9), clock: { now: () => now } });
  const { sandbox } = feature;
  const keyOf = async (request: { headers: { authorization?: string } }) => {
    const organization = request.headers.authorization ?? '';
    const environment = organization === 'live' ? ('live' as const) : ('sandbox' as const);
    return { id: 'key_1', organization, environment, requestsPerMinute: 60, scopes: null };
  };
  await app.register(feature.control({ routes, keyOf, contractsOf: async () => [contract] }));
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
      return {
        status: answer.statusCode,
        body: answer.body === '' ? ({} as AnsweredBody) : answer.json<AnsweredBody>(),
      };
    },
    async exported() {
      const url = `/api/v1/sandboxes/${contract.api}/${contract.version}/export`;
      return (await app.inject({ url, headers: { authorization: 'org_1' } })).json();
    },
    put: (template, item, as = 'org_1') =>
      sandbox.change(contract, as, (kept) => kept.state.put(kept.placeAt(template), item.id, item)),
    remove: (template, id, as = 'org_1') =>
      sandbox.change(contract, as, (kept) => kept.state.remove(kept.placeAt(template), id)),
    async ids(template, as = 'org_1') {
      const page = await sandbox.look(contract, as, (kept) => kept.state.page(kept.placeAt(template), { limit: 100 }));
      return page.kind === 'page' ? page.items.map(({ id }) => id) : [];
    },
    setNow(time) {
      now = new Date(time);
    },
  };
}
