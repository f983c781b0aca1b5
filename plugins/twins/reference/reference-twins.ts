import type { ReferenceNav, ReferencePage } from '../../../contract/reference-page.ts';
import type { LoadedPortal } from '../../../contract/read/index.ts';
import { downloadLink } from '../../reference/download.ts';
import { buildOverview, type OverviewTools } from '../../reference/overview/build-overview.ts';
import { buildTagPage } from '../../reference/overview/build-tag-page.ts';
import { overviewTwin, tagTwin } from './overview-twin.ts';
import { pageTwin } from './page-twin.ts';
import type { TwinTools } from './twin-tools.ts';

export interface ReferenceTwins {
  readonly page: (page: ReferencePage) => string;
  /** The overview's and the tags', named by what follows `/reference/{api}/{version}`; `bytes` is the size of the description. */
  readonly around: (tools: OverviewTools, bytes: number) => Generator<{ readonly name: string; readonly text: string }>;
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
    *around(overviewTools, bytes) {
      const overview = buildOverview(nav, downloadLink(overviewTools.contract, bytes), overviewTools);
      const deprecated = configured?.deprecated;
      yield { name: '.md', text: overviewTwin({ overview, groups: nav.groups, deprecated }, tools) };
      for (const group of nav.groups) {
        yield { name: `/tags/${group.slug}.md`, text: tagTwin(buildTagPage(group, nav, overviewTools), tools) };
      }
    },
  };
}
