import type { Contract } from '../../contract/model.ts';
import type { LoadedPortal } from '../../contract/read/index.ts';
import type { PageLink, ReferenceNav } from '../../contract/reference-page.ts';
import type { LinkTargets } from './markdown/prose-links.ts';
import { webhookGuide } from './operation/verification/webhook-guide.ts';
import { buildNav } from './overview/build-nav.ts';

export interface ReferenceInput {
  readonly portal: LoadedPortal;
  readonly contracts: readonly Contract[];
  readonly buildFolder: string;
}

/** What both halves of the reference are made from: the pages that Docusaurus builds, and those in frames. */
export interface ReferencePlan {
  readonly portal: LoadedPortal;
  readonly contracts: readonly Contract[];
  readonly buildFolder: string;
  readonly versions: readonly PlannedVersion[];
  /** The portal's guide on webhooks, where there is one. */
  readonly webhookGuide?: PageLink;
}

/** A contract and the way around it. */
export interface PlannedVersion {
  readonly contract: Contract;
  readonly nav: ReferenceNav;
}

export function planReference({ portal, contracts, buildFolder }: ReferenceInput): ReferencePlan {
  const titles = new Map(portal.apis.map(({ id, title }) => [id, title]));
  const versions = contracts.map((contract) => ({
    contract,
    nav: buildNav(contract, titles.get(contract.api) ?? contract.api),
  }));
  return {
    portal,
    contracts,
    buildFolder,
    versions,
    webhookGuide: webhookGuide(portal.docsFolder, portal.hiddenGuides),
  };
}

/** What links of a contract's prose can lead to. */
export const linkTargets = ({ portal, contracts }: ReferencePlan, contract: Contract): LinkTargets => ({
  contract,
  all: contracts,
  hasGuides: portal.docsFolder !== null,
});
