import type { Schema } from '../../../../contract/model.ts';
import { isObject } from '../example.ts';
import { placeIn } from '../known-api.ts';
import type { Item } from '../state.ts';
import type { RuleScene } from './rule-scene.ts';
import { memberRulesOf } from './schema-rules.ts';

/** The item whose id a member holds, where the contract says of which collection it is; undefined where it is not there. */
export async function itemReferredTo(
  scene: RuleScene,
  schema: Schema | undefined,
  id: string | number,
): Promise<{ item: Item; schema: Schema | undefined } | undefined> {
  const { known, state, path } = scene;
  const template = memberRulesOf(known.contract, schema).refersTo;
  const collection = template === undefined ? undefined : known.map.collectionAt(template);
  if (collection === undefined) return undefined;
  const item = await state.get(placeIn(collection, path), String(id));
  return isObject(item) ? { item, schema: known.schemaOf(collection) } : undefined;
}
