import { shapeOf } from '../../../../contract/schema-shape.ts';
import { isImagined, type KnownApi, parentsIn, placeIn } from '../known-api.ts';
import { isParameter, segmentsOf } from '../path-template.ts';
import type { Collection, Single } from '../resource.ts';
import type { Place } from '../state.ts';

/** The id that the one thing of a place is kept under. */
export const onlyId = 'only';

export type PlaceKind =
  | { readonly kind: 'collection'; readonly collection: Collection; readonly place: Place }
  | { readonly kind: 'single'; readonly single: Single; readonly place: Place };

interface Rooms {
  readonly collections: readonly Collection[];
  readonly singles: readonly Single[];
}

const rooms = new WeakMap<KnownApi, Rooms>();

function roomsOf(known: KnownApi): Rooms {
  const found = rooms.get(known) ?? findRooms(known);
  rooms.set(known, found);
  return found;
}

function findRooms({ contract, map }: KnownApi): Rooms {
  const collections = new Set<Collection>();
  const singles = new Map<string, Single>();
  for (const operation of contract.operations) {
    const role = map.roleOf(operation);
    if (role.kind === 'single') singles.set(role.single.template, role.single);
    else if (role.kind !== 'answer') collections.add(role.collection);
  }
  return { collections: [...collections], singles: [...singles.values()] };
}

/** Whose items a client can list or create. */
export function collectionsOf(known: KnownApi): readonly Collection[] {
  return roomsOf(known).collections.filter((collection) => !isImagined(known, collection));
}

/** What is kept at a path, `/issuers/iss_1/keys`; undefined where the contract has no such thing. */
export function placeAt(known: KnownApi, key: string): PlaceKind | undefined {
  const { collections, singles } = roomsOf(known);
  for (const collection of collections) {
    const parents = matchTemplate(collection.template, key);
    if (parents !== undefined) return { kind: 'collection', collection, place: placeIn(collection, parents) };
  }
  for (const single of singles) {
    const parents = matchTemplate(single.template, key);
    if (parents !== undefined) return { kind: 'single', single, place: { key, template: single.template, parents } };
  }
  return undefined;
}

/** Where the contract's examples of a collection are. */
export function seededPlaces(known: KnownApi, collection: Collection): readonly Place[] {
  let paths: ReadonlyMap<string, string>[] = [new Map()];
  for (const parent of parentsIn(known.map, collection.template)) {
    const name = parent.itemParameters.at(-1) ?? '';
    const ids = parentIds(known, collection, parent, name);
    paths = paths.flatMap((path) => ids.map((id) => new Map([...path, [name, id]])));
  }
  const places = paths.map((path) => placeIn(collection, path));
  return places.filter((place) => !place.key.includes('//') && known.seedsAt(place).length > 0);
}

function parentIds(known: KnownApi, collection: Collection, parent: Collection, name: string): readonly string[] {
  const shown = [collection.list, collection.create, ...collection.onItem]
    .flatMap((operation) => operation?.parameters ?? [])
    .filter((parameter) => parameter.in === 'path' && parameter.name === name)
    .map(({ examples, schema }) => examples[0]?.value ?? shapeOf(known.contract, schema).examples[0]);
  const ids = [...shown, known.seedsOf(parent).items[0]?.id].filter((id) => id !== undefined && id !== null);
  return [...new Set(ids.map(String))];
}

function matchTemplate(template: string, key: string): ReadonlyMap<string, string> | undefined {
  const names = segmentsOf(template);
  const values = key.split('/').slice(1);
  if (names.length !== values.length) return undefined;
  const path = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    const value = values[index] ?? '';
    if (!isParameter(name)) {
      if (name !== value) return undefined;
    } else {
      const plain = decoded(value);
      if (plain === undefined || plain === '') return undefined;
      path.set(name.slice(1, -1), plain);
    }
  }
  return path;
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
