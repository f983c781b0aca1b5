import type { NavGroup, ReferenceNav, TagPage } from '../../../contract/reference-page.ts';
import { excerptOf } from '../markdown/excerpt.ts';
import { outlineOf } from './build-nav.ts';
import type { OverviewTools } from './build-overview.ts';
import { otherVersions } from './other-versions.ts';

export function buildTagPage(group: NavGroup, nav: ReferenceNav, { contract, all, render }: OverviewTools): TagPage {
  const tag = contract.tags.find(({ slug }) => slug === group.slug);
  const descriptionHtml = render(tag?.description ?? tag?.summary, 1);
  return {
    outline: outlineOf(nav),
    group,
    excerpt: excerptOf(descriptionHtml),
    descriptionHtml,
    otherVersions: otherVersions(contract, all),
  };
}
