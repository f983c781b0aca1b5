import type { ReferenceNav, ReferencePage } from '../../contract/reference-page.ts';
import type { PageTools } from './page-tools.ts';

/** A page that is known, and made when it is wanted: by a build all of them, in development the one that is looked at. */
export interface PlannedPage {
  /** Below `/reference/{api}/{version}/`: `create-offer`, `schemas/Offer`, `changes/v1`. */
  readonly path: string;
  /** The slug of the tag whose operations stand around it in the sidebar. */
  readonly section?: string;
  readonly make: () => ReferencePage;
  /**
   * All that the page is made from, as plain values; what they refer to by `$ref` belongs to it. A page that does not say it is made by
   * each build.
   */
  readonly madeFrom?: () => unknown;
}

/** Plans the pages of one kind of a contract, in the order of the site. */
export type PlanPages = (nav: ReferenceNav, tools: PageTools) => Iterable<PlannedPage>;
