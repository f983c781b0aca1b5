import type { CollectionCount } from '../generations.ts';
import type { KnownApi } from '../known-api.ts';
import type { SpaceFacts } from '../sandbox-store.ts';
import { collectionsOf, placeAt, seededPlaces } from './places.ts';

export interface ListedCollection {
  /** `/issuers/{issuer_id}/keys`. */
  readonly template: string;
  /** The operation that lists it. */
  readonly operation: string | null;
  /** At all places of the template. */
  readonly items: number;
}

/** How many items there are in each of the contract's collections, the examples with them. */
export function countItems(
  known: KnownApi,
  counts: readonly CollectionCount[],
  { hasExamples }: SpaceFacts,
): readonly ListedCollection[] {
  const byTemplate = new Map<string, number>();
  for (const { collection: key, created, removed } of counts) {
    const at = placeAt(known, key);
    if (at?.kind !== 'collection') continue;
    const isSeeded = hasExamples && known.seedsAt(at.place).length > 0;
    const { template } = at.collection;
    byTemplate.set(template, (byTemplate.get(template) ?? 0) + created - (isSeeded ? removed : 0));
  }
  return collectionsOf(known).map((collection) => {
    const { template, list } = collection;
    const seeds = hasExamples
      ? seededPlaces(known, collection).reduce((sum, place) => sum + known.seedsAt(place).length, 0)
      : 0;
    return { template, operation: list?.id ?? null, items: seeds + (byTemplate.get(template) ?? 0) };
  });
}

export function totalOf(collections: readonly ListedCollection[]): number {
  return collections.reduce((sum, { items }) => sum + items, 0);
}
