import type { ReferenceNav } from '../../../contract/reference-page.ts';
import { otherVersions } from '../overview/other-versions.ts';
import type { PageTools } from '../page-tools.ts';
import type { PlannedPage } from '../planned-page.ts';
import { buildChangesPage } from './build-changes-page.ts';
import { changesPath } from './changes-address.ts';
import { changesBetween, olderVersions } from './contract-changes.ts';

/** A page for each older version that this one is compared with. */
export function* changesPages(_nav: ReferenceNav, { contract, all }: PageTools): Generator<PlannedPage> {
  for (const before of olderVersions(contract, all)) {
    const make = () =>
      buildChangesPage({ before, after: contract }, changesBetween(before, contract), otherVersions(contract, all));
    yield { path: changesPath(before), make };
  }
}
