import { compareContracts, type ContractChanges } from '../../../contract/changes/index.ts';
import type { Contract } from '../../../contract/model.ts';

const known = new WeakMap<Contract, WeakMap<Contract, ContractChanges>>();

/** What changed between two versions, computed once: their page needs it, and each operation's. */
export function changesBetween(before: Contract, after: Contract): ContractChanges {
  const others: WeakMap<Contract, ContractChanges> = known.get(after) ?? new WeakMap<Contract, ContractChanges>();
  known.set(after, others);
  const changes = others.get(before) ?? compareContracts(before, after);
  others.set(before, changes);
  return changes;
}

/** The versions that one is compared with, the nearest first: the current version with all older ones, others with the one before. */
export function olderVersions(contract: Contract, all: readonly Contract[]): readonly Contract[] {
  const versions = all.filter(({ api }) => api === contract.api);
  const at = versions.indexOf(contract);
  return versions.slice(at + 1, at === 0 ? undefined : at + 2);
}
