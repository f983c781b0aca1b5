import { isDeepStrictEqual } from 'node:util';
import type { Selection } from '../../../../contract/x-sandbox/index.ts';
import { placeIn } from '../known-api.ts';
import type { Collection } from '../resource.ts';
import type { Condition, Item, KeptItem, Place } from '../state.ts';
import type { RuleScene } from './rule-scene.ts';
import { membersOf, type Spoken } from './value-of.ts';

/** Items of a collection whose members have the values that a rule names; none where one of those values is not there. */
export async function itemsWith(
  scene: RuleScene,
  spoken: Spoken,
  { in: template, where }: Selection,
  limit: number,
): Promise<{ place: Place; collection: Collection; items: readonly KeptItem[] } | undefined> {
  const collection = scene.known.map.collectionAt(template);
  const wanted = await membersOf(scene, spoken, where);
  if (collection === undefined || Object.keys(wanted).length < Object.keys(where).length) return undefined;
  const place = placeIn(collection, scene.path);
  return { place, collection, items: await itemsLike(scene, place, wanted, limit) };
}

/** Items at a place that have these members. */
export async function itemsLike(
  { state }: RuleScene,
  place: Place,
  wanted: Item,
  limit: number,
): Promise<readonly KeptItem[]> {
  const fits = (item: Item) => Object.entries(wanted).every(([name, value]) => isDeepStrictEqual(item[name], value));
  const where = Object.entries(wanted).flatMap(([member, value]): Condition[] =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [{ member, isOneOf: [value] }]
      : [],
  );
  const page = await state.page(place, { limit, where, fits });
  return page.kind === 'page' ? page.items : [];
}
