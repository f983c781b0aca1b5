import type { NavItem, ReferenceNav, ReferencePage, ServedPage } from '../../contract/reference-page.ts';
import { outlineOf } from './overview/build-nav.ts';

/** More neighbours than this are fetched when they are asked for, so that a page's HTML does not grow with the API. */
const MOST_NEIGHBOURS = 16;

/** A page with as much of the way around as stands in its HTML. */
export function servedPage(page: ReferencePage, nav: ReferenceNav): ServedPage {
  if (!('tag' in page)) return { page, outline: outlineOf(nav) };
  const outline = outlineOf(nav, page.tag.slug);
  const group = nav.groups.find(({ slug }) => slug === page.tag.slug) ?? { ...page.tag, items: [] };
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
