import type { ReferenceNav, ReferencePage } from '../../../contract/reference-page.ts';
import type { LoadedPortal } from '../../../contract/read/index.ts';
import { downloadLink } from '../../reference/download.ts';
import { buildOverview, type OverviewTools } from '../../reference/overview/build-overview.ts';
import { overviewTwin } from './overview-twin.ts';
import { pageTwin } from './page-twin.ts';
import type { TwinTools } from './twin-tools.ts';

export interface ReferenceTwins {
  readonly page: (page: ReferencePage) => string;
  /** `bytes` is the size of the description. */
  readonly overview: (tools: OverviewTools, bytes: number) => string;
}

/** Writes the Markdown twins of one API version's pages from their page data. `source` gives back an author's Markdown. */
export function referenceTwins(
  portal: Pick<LoadedPortal, 'apis' | 'url' | 'serviceUrl'>,
  nav: ReferenceNav,
  source: TwinTools['source'],
): ReferenceTwins {
  const { api, version, title } = nav;
  const gateway = `${portal.serviceUrl || portal.url}/gateway/${api}/${version}`;
  const tools: TwinTools = { api, version, title, gateway, source };
  const configured = portal.apis.find(({ id }) => id === api)?.versions.find(({ id }) => id === version);
  return {
    page: (page) => pageTwin(page, tools),
    overview(overviewTools, bytes) {
      const overview = buildOverview(nav, downloadLink(overviewTools.contract, bytes), overviewTools);
      return overviewTwin({ overview, groups: nav.groups, deprecated: configured?.deprecated }, tools);
    },
  };
}
