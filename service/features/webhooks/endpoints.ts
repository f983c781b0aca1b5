import type { Contract } from '../../../contract/model.ts';
import { type EndpointRules, webhookRulesOf } from '../../../contract/x-sandbox/index.ts';
import type { Item, KeptState } from '../sandbox/index.ts';

/** An address that an integrator registered by the contract's own operations. */
export interface Endpoint {
  readonly id: string;
  readonly url: string;
  /** Null: every type. */
  readonly types: readonly string[] | null;
  readonly isEnabled: boolean;
  readonly item: Item;
}

/** More than any contract lets an organization have. */
const most = 100;

/** The endpoints of an organization's sandbox, newest first; none where the contract does not say where they are. */
export async function endpointsIn(contract: Contract, { state, placeAt }: KeptState): Promise<readonly Endpoint[]> {
  const { endpoints: rules } = webhookRulesOf(contract);
  if (rules === undefined) return [];
  const page = await state.page(placeAt(rules.in), { limit: most });
  const items = page.kind === 'page' ? page.items : [];
  return items.flatMap(({ id, item }) => endpointOf(rules, id, item) ?? []);
}

export function endpointOf(rules: EndpointRules, id: string, item: Item): Endpoint | undefined {
  const url = item[rules.url];
  if (typeof url !== 'string') return undefined;
  return { id, url, types: typesOf(rules, item), isEnabled: isEnabled(rules, item), item };
}

export function takes({ isEnabled, types }: Endpoint, type: string): boolean {
  return isEnabled && (types === null || types.includes(type));
}

function typesOf(rules: EndpointRules, item: Item): readonly string[] | null {
  const types = rules.types === undefined ? undefined : item[rules.types];
  if (!Array.isArray(types)) return null;
  const named = types.map(String);
  return rules.everyType !== undefined && named.includes(rules.everyType) ? null : named;
}

function isEnabled({ status }: EndpointRules, item: Item): boolean {
  if (status === undefined) return true;
  const value = item[status.member];
  return value === undefined || JSON.stringify(value) === JSON.stringify(status.enabled);
}

/** The endpoint as it is when it is disabled; undefined where the contract has no word for it. */
export function disabledItem({ status }: EndpointRules, item: Item): Item | undefined {
  return status === undefined ? undefined : { ...item, [status.member]: status.disabled };
}
