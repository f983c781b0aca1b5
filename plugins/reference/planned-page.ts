import type { ReferenceNav, ReferencePage } from '../../contract/reference-page.ts';
import type { PageTools } from './page-tools.ts';

/** A page that is known, and made when it is wanted: by a build all of them, in development the one that is looked at. */
export interface PlannedPage {
  /** Below `/reference/{api}/{version}/`: `create-offer`, `schemas/Offer`, `changes/v1`. */
  readonly path: string;
  readonly make: () => ReferencePage;
}

/** Plans the pages of one kind of a contract, in the order of the site. */
export type PlanPages = (nav: ReferenceNav, tools: PageTools) => Iterable<PlannedPage>;
