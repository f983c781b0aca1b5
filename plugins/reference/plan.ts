import type { Contract } from '../../contract/model.ts';
import type { LoadedPortal } from '../../contract/read/index.ts';
import type { ReferenceNav } from '../../contract/reference-page.ts';
import { buildNav } from './overview/build-nav.ts';

export interface ReferenceInput {
  readonly portal: LoadedPortal;
  readonly contracts: readonly Contract[];
  readonly buildFolder: string;
}

/** What both halves of the reference are made from: the pages that Docusaurus builds, and those in frames. */
export interface ReferencePlan {
  readonly contracts: readonly Contract[];
  readonly buildFolder: string;
  /** The way around each contract. */
  readonly navs: readonly { readonly contract: Contract; readonly nav: ReferenceNav }[];
}

export function planReference({ portal, contracts, buildFolder }: ReferenceInput): ReferencePlan {
  const titles = new Map(portal.apis.map(({ id, title }) => [id, title]));
  const navs = contracts.map((contract) => ({
    contract,
    nav: buildNav(contract, titles.get(contract.api) ?? contract.api),
  }));
  return { contracts, buildFolder, navs };
}
