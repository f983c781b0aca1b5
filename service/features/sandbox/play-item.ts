import { changedByBody } from './changed-by-body.ts';
import { etagOf, unmetCondition } from './etag.ts';
import { absent, findItem, missingParent } from './find-item.ts';
import { idIn, placeIn } from './known-api.ts';
import { createItem } from './play-create.ts';
import { asAnswer } from './put-in-place.ts';
import type { Collection } from './resource.ts';
import { conflictOf } from './rules/conflict.ts';
import { withConsequences } from './rules/consequences.ts';
import { refusedByRules } from './rules/refusal.ts';
import { notThere, type Outcome, type Scene } from './scene.ts';
import type { Item } from './state.ts';

/** Reads, replaces, changes or removes one item of a collection. */
export async function playItem(
  scene: Scene,
  does: 'read' | 'replace' | 'merge' | 'remove',
  collection: Collection,
): Promise<Outcome> {
  const { known, request, state } = scene;
  const missing = await missingParent(scene, collection.template);
  if (missing !== null) return notThere(missing);
  const item = await findItem(scene, collection);
  const place = placeIn(collection, request.path);
  const id = idIn(collection, request.path);
  const unmet = unmetCondition(request, item);
  if (unmet !== null && (item !== undefined || (does === 'replace' && canPutAnew(collection)))) return unmet;
  if (item === undefined) {
    if (does === 'replace' && canPutAnew(collection)) return createItem(scene, collection, { wanted: id });
    return notThere(await absent(scene, collection));
  }
  if (does === 'read') return done(scene, collection, item);
  const refused = await refusedByRules(scene, collection, item);
  if (refused !== null) return refused;
  if (does === 'remove') {
    await withConsequences(scene, collection, item);
    await state.remove(place, id);
    // An answer with a body tells what was removed.
    return { kind: 'done', prefer: ['204', '200', '202'], value: asAnswer(known, request.operation, collection, item) };
  }
  const changed = changedByBody(scene, does, collection, item);
  if ('refusal' in changed) return changed.refusal;
  const conflict = await conflictOf(scene, { collection, place, id, before: item, after: changed.item });
  if (conflict !== null) return conflict;
  const after = await withConsequences(scene, collection, changed.item);
  await state.put(place, id, after);
  return done(scene, collection, after);
}

function done(scene: Scene, collection: Collection, item: Item): Outcome {
  const value = asAnswer(scene.known, scene.request.operation, collection, item);
  return { kind: 'done', prefer: ['200', '204', '202'], value, etag: etagOf(item) };
}

/** A PUT makes what nothing else can make, and what its answers say it makes. */
function canPutAnew(collection: Collection): boolean {
  const put = collection.onItem.find((operation) => operation.method === 'put');
  return collection.create === undefined || put?.responses.some((response) => response.status === '201') === true;
}
