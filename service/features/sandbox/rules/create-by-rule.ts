import { shapeOf } from '../../../../contract/schema-shape.ts';
import type { Creation } from '../../../../contract/x-sandbox/index.ts';
import { placeIn } from '../known-api.ts';
import { freshId } from '../fresh-id.ts';
import { isChangedAt, isMadeAt, timeFor } from '../server-set.ts';
import type { Item } from '../state.ts';
import type { RuleScene } from './rule-scene.ts';
import { membersOf, type Spoken } from './value-of.ts';

/**
 * Makes an item of another collection: what the rule says, an id, the time, and the defaults of the schema. What is required
 * and not said is as the contract shows it. Returns its id; undefined where there is no such collection.
 */
export async function createByRule(
  scene: RuleScene,
  spoken: Spoken,
  { in: template, with: said }: Creation,
): Promise<unknown> {
  const { known, state, now } = scene;
  const { contract } = known;
  const collection = known.map.collectionAt(template);
  if (collection === undefined) return undefined;
  const place = placeIn(collection, scene.path);
  const { identity, items } = known.seedsOf(collection);
  const shown = items[0]?.item;
  const schema = known.schemaOf(collection);
  const stated = await membersOf(scene, spoken, said, { schema, shown, next: () => state.nextNumber(place) });
  const id = await freshId(scene, collection, place);

  const made: Record<string, unknown> = {};
  const { properties, required } = shapeOf(contract, schema);
  for (const [name, property] of properties) {
    if (Object.hasOwn(stated, name)) continue;
    const isTime = isMadeAt(name) || isChangedAt(name);
    const time = isTime ? timeFor(contract, property, shown?.[name], now) : undefined;
    const value = time ?? shapeOf(contract, property).default ?? (required.has(name) ? shown?.[name] : undefined);
    if (value !== undefined) made[name] = value;
  }
  const item: Item = { ...made, ...stated, ...(identity !== undefined && { [identity.property]: id }) };
  await state.put(place, String(id), item);
  return id;
}
