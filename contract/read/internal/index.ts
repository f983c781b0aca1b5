import type { JsonObject } from '../json-value.ts';
import { dropInternalLinks } from './internal-links.ts';
import { dropInternalOperations } from './internal-operations.ts';
import { dropOrphanedComponents } from './orphaned-components.ts';
import { dropOrphanedTags } from './orphaned-tags.ts';

/**
 * Takes the operations and paths that are marked `x-internal: true` (Redocly's extension) out of a description, in place, and
 * with them what only they need: components, tags, links that lead to them. They are no part of the published contract: no page
 * or search finds them, the gateway does not know them, and the download does not show them. Returns how many operations.
 * Expects that `findTooDeep` found nothing.
 */
export function dropInternal(root: JsonObject): number {
  const removed = dropInternalOperations(root);
  if (removed.length === 0) return 0;
  dropInternalLinks(root, removed);
  dropOrphanedComponents(root, removed);
  dropOrphanedTags(root, removed);
  return removed.length;
}
