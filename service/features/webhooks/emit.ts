import type { Contract } from '../../../contract/model.ts';
import { webhookRulesOf } from '../../../contract/x-sandbox/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { NewId } from '../../platform/ids.ts';
import type { KeptState } from '../sandbox/index.ts';
import { addressesFor, deliveriesOf, type DeliveryPlace, type WebhookTrouble } from './deliveries-of.ts';
import { type Delivery, type DeliveryCause, ownEndpoint, laneOf } from './delivery.ts';
import { type Endpoint, endpointsIn } from './endpoints.ts';
import type { WebhookEvent } from './event.ts';
import { ensureLane, type Random } from './lanes.ts';
import type { WebhookStore } from './webhook-store.ts';

export interface EmitDeps {
  readonly store: WebhookStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly newId: NewId;
  /** What the organization asked for on purpose. */
  readonly troubleOf: (organization: string) => Promise<WebhookTrouble>;
  /** Called when something may be due. */
  readonly wake: () => void;
}

/** Puts an event on its way to everybody who takes it. Resolves with its deliveries. */
export async function emit(
  deps: EmitDeps,
  where: KeptState & { readonly contract: Contract; readonly space: DeliveryPlace },
  event: WebhookEvent,
  cause: DeliveryCause,
): Promise<readonly Delivery[]> {
  const { contract, space } = where;
  const { store, clock, random, newId } = deps;
  const own = await store.lane(laneOf(space, ownEndpoint));
  const endpoints = await endpointsIn(contract, where);
  const addresses = addressesFor(event.type, endpoints, own?.url ?? null);
  const given = {
    now: clock.now(),
    newId: () => newId('dlv'),
    trouble: await deps.troubleOf(space.organization),
    chance: (random(1)[0] ?? 0) / 255,
  };
  for (const { endpoint } of addresses) {
    const place = { lane: laneOf(space, endpoint), organization: space.organization };
    await ensureLane(store, place, shownSecret(contract, endpoints, endpoint), clock.now(), random);
  }
  const deliveries = addresses.flatMap((address) => deliveriesOf(space, event, address, cause, given));
  await store.add(deliveries);
  deps.wake();
  return deliveries;
}

/** An endpoint that was there from the start has the secret that the contract's example shows. */
function shownSecret(contract: Contract, endpoints: readonly Endpoint[], id: string): string | undefined {
  const { secret } = webhookRulesOf(contract).endpoints ?? {};
  const shown = secret === undefined ? undefined : endpoints.find((endpoint) => endpoint.id === id)?.item[secret];
  return typeof shown === 'string' && shown !== '' ? shown : undefined;
}
