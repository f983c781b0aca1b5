import { transitionsOf } from './rules/schema-rules.ts';
import { dueOf } from './rules/transition-due.ts';
import { type KnownApi, placeIn } from './known-api.ts';
import { parametersOf } from './path-template.ts';
import type { Collection } from './resource.ts';
import type { Row, SpaceRows } from './sandbox-store.ts';
import type { Item, KeptItem, Place, SandboxState } from './state.ts';

/** An item that something happens to as time passes. */
export interface DueItem {
  readonly template: string;
  readonly key: string;
  readonly parents: readonly (readonly [string, string])[];
  readonly id: string;
}

/** Later years have no four digits, by which the rows are in order. */
const tooFar = new Date(Date.UTC(9999, 0));

/** What to keep so that an item is looked at when its time has come; undefined where time changes nothing of it. */
export function dueRowOf(known: KnownApi, place: Place, id: string, item: Item): Row | undefined {
  const collection = known.map.collectionAt(place.template);
  const due = collection && dueOf(known.contract, known.schemaOf(collection), item);
  if (due === undefined || due.at >= tooFar) return undefined;
  const value: DueItem = { template: place.template, key: place.key, parents: [...place.parents], id };
  return { id: `${due.at.toISOString()} ${place.key}/${id}`, position: 1, value: JSON.stringify(value) };
}

/** The state, in which what is put is also noted for its time. */
export function notingDue(known: KnownApi, rows: SpaceRows, state: SandboxState): SandboxState {
  if (timedCollections(known).length === 0) return state;
  return {
    ...state,
    async put(place, id, item) {
      await state.put(place, id, item);
      const row = dueRowOf(known, place, id, item);
      if (row !== undefined) await rows.saveDue(row);
    },
  };
}

const timed = new WeakMap<KnownApi, readonly Collection[]>();

/** The collections whose items time changes. */
export function timedCollections(known: KnownApi): readonly Collection[] {
  const found = timed.get(known) ?? (known.contract.sandbox === undefined ? [] : findTimed(known));
  timed.set(known, found);
  return found;
}

function findTimed(known: KnownApi): readonly Collection[] {
  const templates = new Set(known.contract.operations.map(({ path }) => path));
  return [...templates].flatMap((template) => {
    const collection = known.map.collectionAt(template);
    const isTimed = collection && transitionsOf(known.contract, known.schemaOf(collection)).length > 0;
    return isTimed ? [collection] : [];
  });
}

/** Of the contract's examples, those whose time has come and that nobody has touched. */
export async function dueExamples(
  known: KnownApi,
  rows: SpaceRows,
  now: Date,
): Promise<readonly { place: Place; kept: KeptItem }[]> {
  if (!rows.facts.hasExamples) return [];
  const found: { place: Place; kept: KeptItem }[] = [];
  for (const collection of timedCollections(known)) {
    if (parametersOf(collection.template).length > 0) continue;
    const schema = known.schemaOf(collection);
    const isDue = ({ item }: KeptItem) => (dueOf(known.contract, schema, item)?.at ?? never) <= now;
    const due = known.seedsOf(collection).items.filter(isDue);
    if (due.length === 0) continue;
    const place = placeIn(collection, new Map());
    const touched = new Set((await rows.changedSeeds(place.key)).map(({ id }) => id));
    found.push(...due.filter(({ id }) => !touched.has(id)).map((kept) => ({ place, kept })));
  }
  return found;
}

const never = new Date(8.64e15);

/** Whether something has to happen before the space can be looked at. */
export async function isAnythingDue(known: KnownApi, rows: SpaceRows, now: Date): Promise<boolean> {
  if (timedCollections(known).length === 0) return false;
  if ((await rows.dueBefore(now, 1)).length > 0) return true;
  return (await dueExamples(known, rows, now)).length > 0;
}
