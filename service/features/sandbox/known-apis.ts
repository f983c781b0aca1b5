import type { Contract } from '../../../contract/model.ts';
import { contractTools } from './contract-tools.ts';
import { type KnownApi, knownApi } from './known-api.ts';

const apis = new WeakMap<Contract, KnownApi>();

/** What is known of a contract: told once, for as long as the contract is in use. */
export function knownOf(contract: Contract): KnownApi {
  const known = apis.get(contract) ?? knownApi(contract, contractTools(contract));
  apis.set(contract, known);
  return known;
}
