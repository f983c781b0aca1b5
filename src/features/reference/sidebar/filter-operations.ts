import type { NavGroup } from '../../../../contract/reference-page';

/** As many as one looks through; the rest needs another word. */
const MOST_FOUND = 100;

/**
 * The operations whose title, path, method or slug have every word of the query, in their groups. A webhook is found by `webhook`
 * as well.
 */
export function filterOperations(groups: readonly NavGroup[], query: string): readonly NavGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found: NavGroup[] = [];
  let room = MOST_FOUND;
  for (const group of groups) {
    const items = group.items
      .filter((item) => {
        const text = `${item.method} ${item.title} ${item.path} ${item.slug} ${group.name}`.toLowerCase();
        return words.every((word) => text.includes(word));
      })
      .slice(0, room);
    if (items.length > 0) found.push({ ...group, items });
    room -= items.length;
  }
  return found;
}
