import type { Contract, Operation, Schema } from '../../../contract/model.ts';
import { shapeOf } from '../../../contract/schema-shape.ts';
import { jsonOf, successOf } from './answer-media.ts';
import type { ContractTools } from './contract-tools.ts';
import { examplesOf, isObject } from './example.ts';
import { itemSchemaOf } from './item-schema.ts';
import { fillTemplate, parametersOf, segmentsOf } from './path-template.ts';
import type { Collection, Single } from './resource.ts';
import { type ResourceMap, resourceMap } from './resource-map.ts';
import { referenceOf } from './same-resource.ts';
import { type Seeds, seedsOf } from './seeds.ts';
import type { Item, KeptItem, Place } from './state.ts';

/** What is known of a contract: told once, on the first request that needs it. */
export interface KnownApi {
  readonly contract: Contract;
  readonly tools: ContractTools;
  readonly map: ResourceMap;
  schemaOf(collection: Collection): Schema | undefined;
  seedsOf(collection: Collection): Seeds;
  seedsAt(place: Place): readonly KeptItem[];
  /** What a single thing is before anybody changed it. */
  singleSeed(single: Single): Item;
  /** The one collection whose items are this component. */
  homeOf(schema: Schema | undefined): Collection | undefined;
}

export function knownApi(contract: Contract, tools: ContractTools): KnownApi {
  const map = resourceMap(contract);
  const schemas = new Map<string, Schema | undefined>();
  const seeds = new Map<string, Seeds>();
  let homes: ReadonlyMap<string, Collection | null> | undefined;

  const known: KnownApi = {
    contract,
    tools,
    map,
    schemaOf: (collection) => once(schemas, collection.template, () => itemSchemaOf(contract, collection)),
    seedsOf: (collection) => once(seeds, collection.template, () => seedsOf(contract, collection, tools)),
    seedsAt(place) {
      const collection = map.collectionAt(place.template);
      if (collection === undefined) return [];
      return isHomeOfSeeds(known, collection, place) ? known.seedsOf(collection).items : [];
    },
    singleSeed(single) {
      const media = single.read && jsonOf(successOf(single.read));
      const shown = examplesOf(contract, media).find(isObject) ?? tools.sample(media?.schema);
      return isObject(shown) ? shown : {};
    },
    homeOf(schema) {
      homes ??= findHomes(known);
      const reference = referenceOf(schema);
      return (reference === undefined ? undefined : homes.get(reference)) ?? undefined;
    },
  };
  return known;
}

/** Where the things of a collection are, given the values of the path's parameters. */
export function placeIn(collection: Collection, path: ReadonlyMap<string, string>): Place {
  const parents = new Map(parametersOf(collection.template).map((name) => [name, path.get(name) ?? '']));
  return { key: fillTemplate(collection.template, path), template: collection.template, parents };
}

/** The id of the item that a path names: the values of several parameters as one path. */
export function idIn(collection: Collection, path: ReadonlyMap<string, string>): string {
  return collection.itemParameters.map((name) => path.get(name) ?? '').join('/');
}

/**
 * Nobody can list or create its items, or the contract shows nothing of them: whichever is asked for is there, as the
 * contract's example.
 */
export function isImagined(known: KnownApi, collection: Collection): boolean {
  if (collection.list === undefined && collection.create === undefined) return true;
  return known.schemaOf(collection) === undefined && known.seedsOf(collection).items.length === 0;
}

/** The items that a path goes through: of `/a/{x}/b/{y}/c` those at `/a/{x}` and `/a/{x}/b/{y}`, outermost first. */
export function parentsIn(map: ResourceMap, template: string): readonly Collection[] {
  const segments = segmentsOf(template);
  return segments.flatMap((_segment, index) => map.collectionOfItem(`/${segments.slice(0, index).join('/')}`) ?? []);
}

/**
 * The examples of `/offers/{offer_id}/events` are of one offer: the one that the parameter's example names, else the
 * first of the offers' own examples. Below an item that is only imagined they are everywhere.
 */
function isHomeOfSeeds(known: KnownApi, collection: Collection, place: Place): boolean {
  const shown = new Map(
    [collection.list, collection.create, ...collection.onItem]
      .flatMap((operation) => operation?.parameters ?? [])
      .filter((parameter) => parameter.in === 'path')
      .map((parameter) => [
        parameter.name,
        parameter.examples[0]?.value ?? shapeOf(known.contract, parameter.schema).examples[0],
      ]),
  );
  return parentsIn(known.map, collection.template).every((parent) => {
    if (isImagined(known, parent)) return true;
    const name = parent.itemParameters.at(-1) ?? '';
    const home = shown.get(name) ?? known.seedsOf(parent).items[0]?.id;
    return home === undefined || home === place.parents.get(name) || String(Number(home)) === place.parents.get(name);
  });
}

function findHomes(known: KnownApi): ReadonlyMap<string, Collection | null> {
  const homes = new Map<string, Collection | null>();
  for (const operation of known.contract.operations) {
    const collection = homeCandidate(known, operation);
    const reference = collection && referenceOf(known.schemaOf(collection));
    if (collection === undefined || reference === undefined) continue;
    const other = homes.get(reference);
    homes.set(reference, other === undefined || other === collection ? collection : null);
  }
  return homes;
}

/** Items at home have a path of their own, not below another item. */
function homeCandidate(known: KnownApi, operation: Operation): Collection | undefined {
  if (operation.method !== 'get') return undefined;
  const collection = known.map.collectionOfItem(operation.path);
  const isAtHome = collection?.itemParameters.length === 1 && parametersOf(collection.template).length === 0;
  return isAtHome ? collection : undefined;
}

function once<T>(known: Map<string, T>, key: string, make: () => T): T {
  if (known.has(key)) return known.get(key) as T;
  const made = make();
  known.set(key, made);
  return made;
}
