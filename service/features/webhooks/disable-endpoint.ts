import type { Contract } from '../../../contract/model.ts';
import { shiftTime, webhookRulesOf } from '../../../contract/x-sandbox/index.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { type Delivery, ownEndpoint } from './delivery.ts';
import { disabledItem } from './endpoints.ts';
import type { Verdict } from './retry.ts';
import type { Lane, WebhookStore } from './webhook-store.ts';

export interface DisableDeps {
  readonly store: WebhookStore;
  readonly contracts: readonly Contract[];
  readonly sandbox: () => Pick<Sandbox, 'change'>;
}

/** Disables an endpoint that answered 410, or that failed for as long as the contract's `x-sandbox` says. */
export async function endpointFailed(
  { api, version, organization, endpoint, lane }: Delivery,
  { failingSince }: Lane,
  verdict: Verdict,
  now: Date,
  { store, contracts, sandbox }: DisableDeps,
): Promise<void> {
  const contract = contracts.find((one) => one.api === api && one.version === version);
  const rules = contract && webhookRulesOf(contract).endpoints;
  const isGone = verdict.kind === 'gone';
  const limit = rules?.disabledAfter && failingSince !== null ? shiftTime(failingSince, rules.disabledAfter, 1) : null;
  if (!isGone && (limit === null || now < limit)) return;
  const note = isGone
    ? 'The endpoint answered 410 and was disabled.'
    : 'The endpoint failed for too long and was disabled.';
  await store.stop(lane, note);
  if (endpoint === ownEndpoint) await store.removeLane(lane);
  if (contract === undefined || rules === undefined) return;
  await sandbox().change(contract, organization, async ({ state, placeAt }) => {
    const place = placeAt(rules.in);
    const item = await state.get(place, endpoint);
    const disabled = item ? disabledItem(rules, item) : undefined;
    if (disabled !== undefined) await state.put(place, endpoint, disabled);
  });
}
