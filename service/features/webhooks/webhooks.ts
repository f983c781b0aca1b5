import type { Contract } from '../../../contract/model.ts';
import { ProblemError } from '../../platform/problem.ts';
import { type AddressPolicy, checkUrl } from '../../platform/public-address/index.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { type Attempt, type Delivery, type DeliveryState, laneOf, ownEndpoint } from './delivery.ts';
import { emit, type EmitDeps } from './emit.ts';
import { messageOf } from './event.ts';
import { ensureLane } from './lanes.ts';
import { makePayload } from './make-payload.ts';
import { overviewOf } from './overview.ts';
import { replayedAtMost, replayOf } from './replay.ts';
import type { DeliveryQuery, WebhookStore } from './webhook-store.ts';

/** What a partner can see of its webhooks and do with them. */
export interface Webhooks {
  overview(organization: string): ReturnType<typeof overviewOf>;
  /** Throws the problem where nothing may be sent to the address. */
  setAddress(organization: string, url: string): Promise<{ url: string; secret: string }>;
  removeAddress(organization: string): Promise<void>;
  sendTest(organization: string, asked: { api: string; version: string; type: string }): Promise<readonly Delivery[]>;
  list(organization: string, query: DeliveryQuery): ReturnType<WebhookStore['list']>;
  find(organization: string, id: string): Promise<{ delivery: Delivery; attempts: readonly Attempt[] }>;
  replay(organization: string, id: string): Promise<Delivery>;
  replaySince(organization: string, since: Date, state: DeliveryState | undefined): Promise<readonly Delivery[]>;
}

export interface WebhooksDeps extends EmitDeps {
  readonly store: WebhookStore;
  /** Those that have a sandbox, of all that are there for an organization. */
  readonly contractsOf: (organization: string) => Promise<readonly Contract[]>;
  readonly sandbox: () => Pick<Sandbox, 'look'>;
  readonly policy: AddressPolicy;
  /** Called for each space whose webhooks somebody looks at. */
  readonly looked: (contract: Contract, organization: string) => void;
}

export function webhooks(deps: WebhooksDeps): Webhooks {
  const { store, contractsOf, sandbox, policy, clock, random, newId, wake } = deps;
  const ownLane = (organization: string) => laneOf({ organization, api: '', version: '' }, ownEndpoint);

  async function find(organization: string, id: string) {
    const found = await store.find(organization, id);
    if (found !== null) return found;
    throw new ProblemError('resource-not-found', { detail: `There is no delivery ${JSON.stringify(id)}.` });
  }

  async function again(deliveries: readonly Delivery[]): Promise<readonly Delivery[]> {
    const replays = deliveries.map((delivery) => replayOf(delivery, newId('dlv'), clock.now()));
    await store.add(replays);
    wake();
    return replays;
  }

  return {
    overview: (organization) => overviewOf(organization, deps),

    async setAddress(organization, url) {
      const decision = checkUrl(url, policy);
      if (decision.kind === 'refused') throw refusedAddress(url, decision.reason);
      const lane = ownLane(organization);
      const kept = await ensureLane(store, { lane, organization }, undefined, clock.now(), random);
      await store.saveLane(lane, organization, { ...kept, url, failingSince: null });
      await store.redirect(lane, url);
      return { url, secret: kept.secret };
    },

    async removeAddress(organization) {
      const lane = ownLane(organization);
      await store.stop(lane, 'Your address was removed.');
      await store.removeLane(lane);
    },

    async sendTest(organization, { api, version, type }) {
      const contract = (await contractsOf(organization)).find((one) => one.api === api && one.version === version);
      const webhook = contract?.webhooks.find(({ path }) => path === type);
      if (contract === undefined || webhook === undefined) throw unknownType(contract, { api, version, type });
      const payload = makePayload(contract, webhook, null, random, clock.now());
      const event = { message: messageOf(payload, () => newId('msg')), type, payload };
      const space = { organization, api, version };
      return sandbox().look(contract, organization, (kept) => emit(deps, { ...kept, contract, space }, event, 'test'));
    },

    async list(organization, query) {
      for (const contract of await contractsOf(organization)) deps.looked(contract, organization);
      return store.list(organization, query);
    },
    find,

    async replay(organization, id) {
      const { delivery } = await find(organization, id);
      const [replay] = await again([delivery]);
      return replay ?? delivery;
    },

    async replaySince(organization, since, state) {
      const found = await store.since(organization, since, replayedAtMost);
      return again(found.filter((one) => one.state !== 'waiting' && (state === undefined || one.state === state)));
    },
  };
}

function refusedAddress(url: string, reason: string): ProblemError {
  const detail = `The address ${JSON.stringify(url)} ${reason}.`;
  return new ProblemError('request-invalid', { detail, errors: [{ in: 'body', at: '/url', message: reason }] });
}

function unknownType(
  contract: Contract | undefined,
  { api, version, type }: { api: string; version: string; type: string },
): ProblemError {
  const types = contract?.webhooks.map(({ path }) => path) ?? [];
  const there = contract === undefined ? '' : ` There is: ${types.join(', ') || 'none'}.`;
  return new ProblemError('resource-not-found', {
    detail: `${api} ${version} has no webhook ${JSON.stringify(type)}.${there}`,
  });
}
