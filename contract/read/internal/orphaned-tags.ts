import { METHODS } from '../description/grammar.ts';
import { entriesOf, isObject, itemsOf, type JsonObject, member, textOf } from '../json-value.ts';
import type { Removed } from './internal-operations.ts';

/** Takes out the tags that only removed operations have, also from their groups. A tag that no operation has stays. */
export function dropOrphanedTags(root: JsonObject, removed: readonly Removed[]): void {
  const orphaned = new Set(removed.flatMap(({ operation }) => itemsOf(operation.tags)));
  const items = ['paths', 'webhooks', 'x-webhooks'].flatMap((section) => entriesOf(root[section]));
  const pathItems = [...items, ...entriesOf(member(root.components, 'pathItems'))];
  for (const [, item] of pathItems) {
    for (const method of METHODS) for (const tag of itemsOf(member(member(item, method), 'tags'))) orphaned.delete(tag);
  }
  for (let size = -1; size !== orphaned.size;) {
    size = orphaned.size;
    for (const tag of itemsOf(root.tags))
      if (!orphaned.has(textOf(tag, 'name'))) orphaned.delete(textOf(tag, 'parent'));
  }
  if (orphaned.size === 0) return;
  if (Array.isArray(root.tags)) root.tags = root.tags.filter((tag) => !orphaned.has(textOf(tag, 'name')));
  for (const group of itemsOf(root['x-tagGroups'])) {
    if (isObject(group) && Array.isArray(group.tags)) group.tags = group.tags.filter((tag) => !orphaned.has(tag));
  }
}
