import { isObject } from './example.ts';
import { idIn, isImagined, parentsIn, placeIn } from './known-api.ts';
import type { Collection } from './resource.ts';
import type { Scene } from './scene.ts';
import type { Item } from './state.ts';

/** The item that the path names: from the state, or imagined after the contract's example. Undefined: not there. */
export async function findItem(scene: Scene, collection: Collection): Promise<Item | undefined> {
  const { known, request, state } = scene;
  const id = idIn(collection, request.path);
  const seeds = known.seedsOf(collection);
  const found = await state.get(placeIn(collection, request.path), id);
  if (isObject(found)) return found;
  if (found === null || !isImagined(known, collection)) return undefined;
  const { identity, items } = seeds;
  const model = items[0]?.item ?? {};
  if (identity === undefined) return model;
  const isNumber = typeof model[identity.property] === 'number';
  return { ...model, [identity.property]: isNumber && Number.isFinite(Number(id)) ? Number(id) : id };
}

/** Says that the item of the path is not there, and which one is: ids cannot be guessed. */
export async function absent(scene: Scene, collection: Collection): Promise<string> {
  const place = placeIn(collection, scene.request.path);
  const path = `${place.key}/${idIn(collection, scene.request.path)}`;
  const page = await scene.state.page(place, { limit: 1 });
  const there = page.kind === 'page' ? page.items[0]?.id : undefined;
  return there === undefined ? `${path} is not there.` : `${path} is not there; ${place.key}/${there} is.`;
}

/** Why a path leads nowhere: the first item on the way to it that is not there; null where all are. */
export async function missingParent(scene: Scene, template: string): Promise<string | null> {
  for (const parent of parentsIn(scene.known.map, template)) {
    if ((await findItem(scene, parent)) === undefined) return absent(scene, parent);
  }
  return null;
}
