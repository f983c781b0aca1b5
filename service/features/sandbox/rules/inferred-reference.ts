import type { Schema } from '../../../../contract/model.ts';
import { shapeOf } from '../../../../contract/schema-shape.ts';
import { isObject } from '../example.ts';
import { isImagined, type KnownApi } from '../known-api.ts';
import { parametersOf, segmentsOf } from '../path-template.ts';
import type { Collection } from '../resource.ts';
import { plain, singular } from '../schema-names.ts';
import { memberRulesOf } from './schema-rules.ts';

/** That a member holds the id of an item of a collection. */
export interface Reference {
  readonly collection: Collection;
  /** By `x-sandbox`; else it is told from names. */
  readonly isStated: boolean;
}

const known = new WeakMap<KnownApi, Map<string, Reference | null>>();

/** What a member of an item refers to; undefined for an item's own id, and where nothing says so. */
export function referenceOfMember(
  api: KnownApi,
  home: Collection,
  name: string,
  schema: Schema,
): Reference | undefined {
  const found = known.get(api) ?? new Map<string, Reference | null>();
  known.set(api, found);
  const key = JSON.stringify([home.template, name]);
  let reference = found.get(key);
  if (reference === undefined) {
    reference = stated(api, home, name, schema) ?? inferred(api, home, name) ?? null;
    found.set(key, reference);
  }
  return reference ?? undefined;
}

function stated(api: KnownApi, home: Collection, name: string, schema: Schema): Reference | undefined {
  const template = memberRulesOf(api.contract, schema).refersTo;
  const isOwnId = template === home.template && api.seedsOf(home).identity?.property === name;
  const collection = template === undefined || isOwnId ? undefined : api.map.collectionAt(template);
  return collection && { collection, isStated: true };
}

/**
 * `issuer_id` is of `/issuers`, where that is a collection whose items can be read by an id, and where every example of the
 * member that the contract shows is there: a contract whose own examples lead nowhere means something else, or does not mind.
 */
function inferred(api: KnownApi, home: Collection, name: string): Reference | undefined {
  const word = /^(.+?)ids?$/.exec(plain(name))?.[1];
  if (word === undefined || api.seedsOf(home).identity?.property === name) return undefined;
  const templates = new Set(api.contract.operations.map(({ path }) => path));
  const candidates = [...templates].flatMap((template) => {
    const isNamed = singular(segmentsOf(template).at(-1) ?? '') === word && parametersOf(template).length === 0;
    return isNamed ? (api.map.collectionAt(template) ?? []) : [];
  });
  const collection = candidates.length === 1 ? candidates[0] : undefined;
  if (collection?.read === undefined || isImagined(api, collection)) return undefined;
  const { identity, items } = api.seedsOf(collection);
  if (identity === undefined || plain(identity.property) !== 'id') return undefined;
  const ids = new Set(items.map(({ id }) => id));
  const shown = shownValues(api, home, name);
  return shown.length > 0 && shown.every((id) => ids.has(id)) ? { collection, isStated: false } : undefined;
}

/** The values of the member in the contract's examples of items and of the bodies that make and change them. */
function shownValues(api: KnownApi, home: Collection, name: string): readonly string[] {
  const bodies = [home.create, ...home.onItem].flatMap((operation) => operation?.requestBody?.content ?? []);
  const property = shapeOf(api.contract, api.schemaOf(home)).properties.get(name);
  const values = [
    ...api.seedsOf(home).items.map(({ item }) => item[name]),
    ...bodies.flatMap(({ examples }) => examples.map(({ value }) => (isObject(value) ? value[name] : undefined))),
    ...bodies.flatMap(({ schema }) => {
      const asked = shapeOf(api.contract, schema).properties.get(name);
      return shapeOf(api.contract, asked).examples;
    }),
    ...shapeOf(api.contract, property).examples,
  ];
  return values
    .flat()
    .flatMap((value) => (typeof value === 'string' || typeof value === 'number' ? [String(value)] : []));
}
