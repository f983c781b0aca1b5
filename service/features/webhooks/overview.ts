import type { Contract } from '../../../contract/model.ts';
import { webhookRulesOf } from '../../../contract/x-sandbox/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { inboxEndpoint, inboxUrl, isForInbox, laneOf, ownEndpoint } from './delivery.ts';
import { endpointsIn } from './endpoints.ts';
import { ensureLane, type Random } from './lanes.ts';
import type { Lane, WebhookStore } from './webhook-store.ts';

export interface OverviewDeps {
  readonly store: WebhookStore;
  /** Those that have a sandbox, of all that are there for an organization. */
  readonly contractsOf: (organization: string) => Promise<readonly Contract[]>;
  readonly sandbox: () => Pick<Sandbox, 'look'>;
  readonly clock: Clock;
  readonly random: Random;
}

/** `WebhookOverview` of `openapi/portal/v1.yaml`. */
export async function overviewOf(organization: string, deps: OverviewDeps) {
  const { store, clock, random } = deps;
  const laneNamed = (endpoint: string) => laneOf({ organization, api: '', version: '' }, endpoint);
  const inbox = await ensureLane(
    store,
    { lane: laneNamed(inboxEndpoint), organization },
    undefined,
    clock.now(),
    random,
  );
  const own = await store.lane(laneNamed(ownEndpoint));
  const apis = [];
  const contracts = await deps.contractsOf(organization);
  for (const contract of contracts.filter(({ webhooks }) => webhooks.length > 0)) {
    apis.push(await apiJson(organization, contract, deps));
  }
  return {
    inbox: { url: inboxUrl, secret: inbox.secret },
    address: addressJson(own),
    apis,
  };
}

function addressJson(own: Lane | null) {
  const url = own?.url ?? null;
  return own === null || url === null ? null : { url, secret: own.secret };
}

async function apiJson(organization: string, contract: Contract, { sandbox, store }: OverviewDeps) {
  const { api, version } = contract;
  const found = await sandbox().look(contract, organization, (kept) => endpointsIn(contract, kept));
  const endpoints = [];
  for (const { id, url, types, isEnabled } of found) {
    const lane = await store.lane(laneOf({ organization, api, version }, id));
    endpoints.push({
      id,
      url,
      types,
      enabled: isEnabled,
      goes_to_inbox: isForInbox(url),
      failing_since: lane?.failingSince?.toISOString() ?? null,
    });
  }
  return {
    api,
    version,
    endpoints_at: webhookRulesOf(contract).endpoints?.in ?? null,
    types: contract.webhooks.map(({ path, summary }) => ({ type: path, summary })),
    endpoints,
  };
}
