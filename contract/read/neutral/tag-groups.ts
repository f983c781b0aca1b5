import type { Tag, TagGroup } from '../../model.ts';
import { itemsOf, member, nameIn } from '../json-value.ts';
import type { Reading } from './reading.ts';
import { topmostTags } from './tag-parents.ts';

/**
 * The headings that tags stand under: `x-tagGroups` (Redocly's extension), else what OpenAPI 3.2 §4.22 says by `parent`. A tag
 * stands in one group at most; one in none stays by itself.
 */
export function readTagGroups(reading: Reading, tags: readonly Tag[], used: ReadonlySet<string>): TagGroup[] {
  const stated = reading.document['x-tagGroups'];
  return Array.isArray(stated) ? readStated(reading, itemsOf(stated), tags) : groupByParent(tags, used);
}

function readStated(reading: Reading, stated: readonly unknown[], tags: readonly Tag[]): TagGroup[] {
  const known = new Set(tags.map(({ name }) => name));
  const placed = new Map<string, string>();
  return stated.flatMap((entry, index) => {
    const pointer = `/x-tagGroups/${index}`;
    const name = nameIn(entry, 'name');
    if (name === undefined) {
      reading.warn(pointer, 'this group of tags has no "name"; its tags stand by themselves.');
      return [];
    }
    const own = itemsOf(member(entry, 'tags')).filter((tag, place): tag is string => {
      const at = `${pointer}/tags/${place}`;
      if (typeof tag !== 'string' || !known.has(tag)) {
        reading.warn(at, `there is no tag ${JSON.stringify(tag)}; the group "${name}" is shown without it.`);
        return false;
      }
      const other = placed.get(tag);
      if (other !== undefined) {
        reading.warn(at, `the tag "${tag}" stands in the group "${other}" already; it is shown there only.`);
        return false;
      }
      placed.set(tag, name);
      return true;
    });
    return own.length > 0 ? [{ name, tags: own }] : [];
  });
}

/** Nested deeper than one level, a tag stands under the topmost; a parent that has operations too is the first of its own group. */
function groupByParent(tags: readonly Tag[], used: ReadonlySet<string>): TagGroup[] {
  const tops = topmostTags(tags);
  return [...Map.groupBy(tags, ({ name }) => tops.get(name))].flatMap(([top, members]) => {
    const own = members.filter(({ name }) => name !== top).map(({ name }) => name);
    if (top === undefined || own.length === 0) return [];
    const name = members.find((tag) => tag.name === top)?.summary ?? top;
    return [{ name, tags: used.has(top) ? [top, ...own] : own }];
  });
}
