import type { NavItem, ReferenceNav, ServedPage } from '../../contract/reference-page.ts';
import { outlineOf } from './overview/build-nav.ts';
import type { PlannedPage } from './planned-page.ts';

/** More neighbours than this are fetched when they are asked for, so that a page's HTML does not grow with the API. */
const MOST_NEIGHBOURS = 16;

/** As much of the way around as stands in a page's HTML. */
export function aroundPage(
  { path, section }: Pick<PlannedPage, 'path' | 'section'>,
  nav: ReferenceNav,
): Omit<ServedPage, 'page'> {
  const outline = outlineOf(nav, section);
  const group = nav.groups.find(({ slug }) => slug === section);
  if (!group) return { outline };
  // A list shows no paths; the filter, which looks into them, has the whole file.
  const items = neighbours(group.items, path).map((item) => ({ ...item, path: '' }));
  return { outline, group: { ...group, items } };
}

/** The items around one of them. */
export function neighbours(items: readonly NavItem[], slug: string): readonly NavItem[] {
  if (items.length <= MOST_NEIGHBOURS) return items;
  const at = items.findIndex((item) => item.slug === slug);
  const first = Math.max(0, Math.min(at - MOST_NEIGHBOURS / 2, items.length - MOST_NEIGHBOURS));
  return items.slice(first, first + MOST_NEIGHBOURS);
}
