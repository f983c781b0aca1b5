import type { Contract } from '../../../contract/model.ts';
import type { VersionLink } from '../../../contract/reference-page.ts';
import { counterpartsOf } from '../changes/counterparts.ts';
import { operationTitle } from '../operation/operation-title.ts';

/**
 * Where else an API's reader can go: for an operation, the one with the same id, else what it became or what it was before; else the
 * version's overview.
 */
export function otherVersions(contract: Contract, all: readonly Contract[], operationId?: string): VersionLink[] {
  return all
    .filter((other) => other.api === contract.api && other.version !== contract.version)
    .map((other) => linkTo(other, contract, operationId, all.indexOf(other) < all.indexOf(contract)));
}

function linkTo(other: Contract, contract: Contract, operationId: string | undefined, isNewer: boolean): VersionLink {
  const { version } = other;
  const base = `/reference/${other.api}/${version}`;
  if (operationId === undefined) return { version, href: base, same: false };
  const same = slugs(other).get(operationId);
  if (same !== undefined) return { version, href: `${base}/${same}`, same: true };
  const counterparts = isNewer ? counterpartsOf(contract, other).after : counterpartsOf(other, contract).before;
  const counterpart = counterparts.get(operationId);
  if (!counterpart) return { version, href: base, same: false };
  return { version, href: `${base}/${counterpart.slug}`, same: false, title: operationTitle(counterpart) };
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
