import type { NavItem, PageLink, ReferenceNav } from '../../../contract/reference-page.ts';
import { changedSince } from '../changes/changed-since.ts';
import { otherVersions } from '../overview/other-versions.ts';
import type { PageTools } from '../page-tools.ts';
import type { PlannedPage } from '../planned-page.ts';
import { buildOperationPage } from './build-operation-page.ts';

/** The pages of a contract's operations and webhooks, in the order of the sidebar. */
export function* operationPages(nav: ReferenceNav, tools: PageTools): Generator<PlannedPage> {
  const { contract, all } = tools;
  const bySlug = new Map(
    [...contract.operations, ...contract.webhooks].map((operation) => [operation.slug, operation]),
  );
  const links = nav.groups.flatMap(({ items }) => items.map((item) => pageLink(nav, item)));
  let position = 0;
  for (const { name, slug, items } of nav.groups) {
    for (const item of items) {
      const operation = bySlug.get(item.slug);
      const at = position++;
      if (!operation) continue;
      const place = {
        tag: { name, slug },
        previous: links[at - 1],
        next: links[at + 1],
        otherVersions: otherVersions(contract, all, operation.id),
      };
      yield {
        path: operation.slug,
        section: slug,
        make: () => ({ ...buildOperationPage(operation, place, tools), ...changedSince(operation, tools) }),
        madeFrom: () => [operation, place],
      };
    }
  }
}

function pageLink({ api, version }: ReferenceNav, { title, slug, method }: NavItem): PageLink {
  return { title, href: `/reference/${api}/${version}/${slug}`, method };
}
