import type { NavGroup, ReferenceNav, TagPage } from '../../../contract/reference-page.ts';
import { excerptOf } from '../markdown/excerpt.ts';
import { buildExternalDocs } from '../operation/build-external-docs.ts';
import type { PageTools } from '../page-tools.ts';
import type { PlannedPage } from '../planned-page.ts';
import { otherVersions } from './other-versions.ts';

/** A page for each tag that has operations, in the order of the sidebar. */
export function* tagPages(nav: ReferenceNav, tools: PageTools): Generator<PlannedPage> {
  const links = otherVersions(tools.contract, tools.all);
  for (const group of nav.groups) {
    const tag = tools.contract.tags.find(({ slug }) => slug === group.slug);
    yield {
      path: `tags/${group.slug}`,
      section: group.slug,
      make: () => buildTagPage(group, tag, links, nav, tools),
      madeFrom: () => [group, tag, links],
    };
  }
}

function buildTagPage(
  { slug, name, items }: NavGroup,
  tag: PageTools['contract']['tags'][number] | undefined,
  links: TagPage['otherVersions'],
  { api, version }: ReferenceNav,
  { render }: PageTools,
): TagPage {
  const descriptionHtml = render(tag?.description ?? tag?.summary, 1);
  const externalDocs = buildExternalDocs(tag?.externalDocs);
  return {
    kind: 'tag',
    api,
    version,
    slug,
    title: name,
    excerpt: excerptOf(descriptionHtml),
    descriptionHtml,
    ...(externalDocs && { externalDocs }),
    operations: items,
    otherVersions: links,
  };
}
