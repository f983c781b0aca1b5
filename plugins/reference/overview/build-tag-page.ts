import type { NavGroup, ReferenceNav, TagPage } from '../../../contract/reference-page.ts';
import { excerptOf } from '../markdown/excerpt.ts';
import { buildExternalDocs } from '../operation/build-external-docs.ts';
import { outlineOf } from './build-nav.ts';
import type { OverviewTools } from './build-overview.ts';
import { otherVersions } from './other-versions.ts';

export function buildTagPage(group: NavGroup, nav: ReferenceNav, { contract, all, render }: OverviewTools): TagPage {
  const tag = contract.tags.find(({ slug }) => slug === group.slug);
  const descriptionHtml = render(tag?.description ?? tag?.summary, 1);
  const externalDocs = buildExternalDocs(tag?.externalDocs);
  return {
    outline: outlineOf(nav, group.slug),
    group,
    excerpt: excerptOf(descriptionHtml),
    descriptionHtml,
    ...(externalDocs && { externalDocs }),
    otherVersions: otherVersions(contract, all),
  };
}
