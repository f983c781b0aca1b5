import type { Contract } from '../../../contract/model.ts';
import { UniqueNames } from '../files/unique-names.ts';

const known = new WeakMap<Contract, ReadonlyMap<string, string>>();

/**
 * Component name → the last segment of its page's address, unique where letter case does not count. Without dots: a server
 * could take what follows one for a file's ending.
 */
export function componentSlugs(contract: Contract): ReadonlyMap<string, string> {
  let slugs = known.get(contract);
  if (!slugs) {
    const names = new UniqueNames();
    slugs = new Map(Object.keys(contract.schemas).map((name) => [name, names.take(name.replaceAll('.', '-'))]));
    known.set(contract, slugs);
  }
  return slugs;
}
