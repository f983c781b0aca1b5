import { actedItem } from './acted-item.ts';
import { jsonOf, successOf } from './answer-media.ts';
import { examplesOf, isObject } from './example.ts';
import { absent, findItem, missingParent } from './find-item.ts';
import { idIn, placeIn } from './known-api.ts';
import { playAnswer } from './play-answer.ts';
import { createItem, createsElsewhere } from './play-create.ts';
import { asAnswer } from './put-in-place.ts';
import type { Collection } from './resource.ts';
import { withConsequences } from './rules/consequences.ts';
import { refusedByRules } from './rules/refusal.ts';
import { isSameResource } from './same-resource.ts';
import { notThere, type Outcome, type Scene } from './scene.ts';
import type { Item } from './state.ts';

/** `POST /offers/{id}/accept`: changes the item and answers with it, or makes something else of it. */
export async function playAction(scene: Scene, collection: Collection, verb: string): Promise<Outcome> {
  const { known, request, state, now } = scene;
  const { contract } = known;
  const missing = await missingParent(scene, collection.template);
  if (missing !== null) return notThere(missing);
  const item = await findItem(scene, collection);
  const place = placeIn(collection, request.path);
  const id = idIn(collection, request.path);
  if (item === undefined) return notThere(await absent(scene, collection));
  const refused = await refusedByRules(scene, collection, item);
  if (refused !== null) return refused;
  const isSame = isSameResource(contract, request.operation, collection);
  const example = isSame ? examplesOf(contract, jsonOf(successOf(request.operation))).find(isObject) : undefined;
  const body = isObject(request.body) ? request.body : {};
  const acted = actedItem(contract, known.schemaOf(collection), item, { verb, body, example, now });
  const after = await withConsequences(scene, collection, acted);
  if (JSON.stringify(withoutTouch(item, after)) !== JSON.stringify(item)) await state.put(place, id, after);
  if (isSame) {
    const value = asAnswer(known, request.operation, collection, after);
    return { kind: 'done', prefer: ['200', '202', '201', '204'], value };
  }
  const created = successOf(request.operation, ['201'])?.status === '201';
  const home = created ? createsElsewhere(known, request.operation, collection) : undefined;
  return home === undefined ? playAnswer(scene) : createItem(scene, home, { isByAction: true });
}

/** An action that changed nothing but `updated_at` changed nothing. */
function withoutTouch(before: Item, after: Item): Item {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return changed.every((name) => /updated|modified|changed/i.test(name)) ? before : after;
}
