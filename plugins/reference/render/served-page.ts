import type { NavGroup, NavItem, NavOutline, OperationPage, ReferenceNav } from '../../../contract/reference-page.ts';

/** What one operation's HTML is made from (`src/features/reference/data/served-page.ts`). */
export interface ServedPage {
  readonly page: OperationPage;
  readonly outline: NavOutline;
  readonly group: NavGroup;
}

/** More neighbours than this are fetched when they are asked for, so that a page's HTML does not grow with the API. */
const MOST_NEIGHBOURS = 16;

export function servedPage(page: OperationPage, outline: NavOutline, { groups }: ReferenceNav): ServedPage {
  const group = groups.find(({ slug }) => slug === page.tag.slug) ?? { ...page.tag, items: [] };
  // A list shows no paths; the filter, which looks into them, has the whole file.
  const items = neighbours(group.items, page.slug).map((item) => ({ ...item, path: '' }));
  return { page, outline, group: { ...group, items } };
}

/** The items around one of them. */
export function neighbours(items: readonly NavItem[], slug: string): readonly NavItem[] {
  if (items.length <= MOST_NEIGHBOURS) return items;
  const at = items.findIndex((item) => item.slug === slug);
  const first = Math.max(0, Math.min(at - MOST_NEIGHBOURS / 2, items.length - MOST_NEIGHBOURS));
  return items.slice(first, first + MOST_NEIGHBOURS);
}

/** JSON for a data block: nothing in it can end the `script` element (HTML §4.12.1.3). */
export function dataBlock(served: ServedPage): string {
  const json = JSON.stringify(served).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="reference-data">${json}</script>`;
}
