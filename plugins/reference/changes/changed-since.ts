import type { Contract, Operation } from '../../../contract/model.ts';
import type { OperationPage } from '../../../contract/reference-page.ts';
import { countBreaking } from './build-changes-page.ts';
import { anchorOf, changesHref } from './changes-address.ts';
import { changesBetween, olderVersions } from './contract-changes.ts';

/** What an operation's page says of the version before: that it is new, or how much of it changed. */
export function changedSince(
  operation: Operation,
  { contract, all }: { readonly contract: Contract; readonly all: readonly Contract[] },
): Pick<OperationPage, 'changedSince'> {
  const [before] = olderVersions(contract, all);
  if (!before) return {};
  const change = changesBetween(before, contract).operations.find(({ after }) => after === operation);
  if (!change) return {};
  return {
    changedSince: {
      from: before.version,
      href: `${changesHref(contract, before)}#${anchorOf(change)}`,
      isNew: change.kind === 'added',
      count: change.changes.length,
      breaking: countBreaking(change),
    },
  };
}
