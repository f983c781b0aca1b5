import type { Contract } from '../../../contract/model.ts';
import type { VersionLink } from '../../../contract/reference-page.ts';
import { counterpartSlugs } from '../changes/counterpart-slugs.ts';

/**
 * Where else an API's reader can go: for an operation, the one with the same id, else what it became or what it was before; else the
 * version's overview.
 */
export function otherVersions(contract: Contract, all: readonly Contract[], operationId?: string): VersionLink[] {
  return all
    .filter((other) => other.api === contract.api && other.version !== contract.version)
    .map((other) => {
      const base = `/reference/${other.api}/${other.version}`;
      const same = operationId === undefined ? undefined : slugs(other).get(operationId);
      const isNewer = all.indexOf(other) < all.indexOf(contract);
      const counterparts = isNewer ? counterpartSlugs(contract, other).after : counterpartSlugs(other, contract).before;
      const slug = same ?? (operationId === undefined ? undefined : counterparts.get(operationId));
      return { version: other.version, href: slug === undefined ? base : `${base}/${slug}`, same: same !== undefined };
    });
}

const known = new WeakMap<Contract, Map<string, string>>();

function slugs(contract: Contract): Map<string, string> {
  let found = known.get(contract);
  if (!found) {
    found = new Map([...contract.operations, ...contract.webhooks].map(({ id, slug }) => [id, slug]));
    known.set(contract, found);
  }
  return found;
}
