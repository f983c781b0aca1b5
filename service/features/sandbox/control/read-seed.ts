import { itemSchemaOf } from '../item-schema.ts';
import { jsonOf, successOf } from '../answer-media.ts';
import type { KnownApi } from '../known-api.ts';
import type { InvalidPlace } from '../../../platform/invalid-request.ts';
import { onlyId, type PlaceKind, placeAt } from './places.ts';
import { type SeedBody, seedLimits, step } from './seed-body.ts';
import type { Item } from '../state.ts';

/** What is to be put at one place. */
export interface SeededPlace {
  readonly at: PlaceKind;
  /** With the id of each; null where it is numbered. */
  readonly items: readonly { readonly id: string | null; readonly item: Item }[];
  /** How many more are to be made. */
  readonly generate: number;
}

export type SeedReading =
  | { readonly kind: 'read'; readonly places: readonly SeededPlace[] }
  | { readonly kind: 'refused'; readonly wrong: readonly InvalidPlace[] };

const namedAtMost = 100;
const checkedAtOnce = 100;

/** Reads what a request wants to put into a sandbox, and finds everything in it that is not as the contract says. */
export async function readSeed(known: KnownApi, { items = {}, generate = {} }: SeedBody): Promise<SeedReading> {
  const wrong: InvalidPlace[] = [...tooMany(items, generate)];
  const places: SeededPlace[] = [];
  if (wrong.length > 0) return { kind: 'refused', wrong };
  for (const key of new Set([...Object.keys(items), ...Object.keys(generate)])) {
    const pointer = Object.hasOwn(items, key) ? `/items${step(key)}` : `/generate${step(key)}`;
    const at = placeAt(known, key);
    if (at === undefined) {
      wrong.push({ pointer, message: 'is no path at which this API keeps items' });
      continue;
    }
    if (at.kind === 'single' && (Object.hasOwn(generate, key) || (items[key]?.length ?? 0) > 1)) {
      wrong.push({ pointer, message: 'holds one thing, and no more' });
      continue;
    }
    const read = await readItems(known, at, items[key] ?? [], pointer, wrong);
    places.push({ at, items: read, generate: generate[key] ?? 0 });
  }
  return wrong.length === 0 ? { kind: 'read', places } : { kind: 'refused', wrong: wrong.slice(0, namedAtMost) };
}

async function readItems(
  known: KnownApi,
  at: PlaceKind,
  items: readonly Item[],
  pointer: string,
  wrong: InvalidPlace[],
): Promise<SeededPlace['items']> {
  const { collection } = { collection: undefined, ...at };
  const identity = collection && known.seedsOf(collection).identity;
  const schema =
    at.kind === 'collection'
      ? itemSchemaOf(known.contract, at.collection)
      : at.single.read && jsonOf(successOf(at.single.read))?.schema;
  const seen = new Set<string>();
  const read: { id: string | null; item: Item }[] = [];
  for (const [index, item] of items.entries()) {
    const here = `${pointer}${step(index)}`;
    if (index % checkedAtOnce === checkedAtOnce - 1) await new Promise(setImmediate);
    const findings = known.tools.check(schema, item);
    wrong.push(...findings.map(({ at: within, message }) => ({ pointer: `${here}${within}`, message })));
    const id = at.kind === 'single' ? onlyId : identity === undefined ? null : idOf(item[identity.property]);
    if (id === undefined) {
      const member = identity?.property ?? '';
      if (findings.length === 0) wrong.push({ pointer: `${here}${step(member)}`, message: 'must be the item’s id' });
    } else {
      if (id !== null && seen.has(id)) wrong.push({ pointer: here, message: `has the id ${id}, which is there twice` });
      if (id !== null) seen.add(id);
      read.push({ id, item });
    }
    if (wrong.length >= namedAtMost) break;
  }
  return read;
}

function idOf(value: unknown): string | undefined {
  return (typeof value === 'string' && value !== '' && value.length <= 512) || typeof value === 'number'
    ? String(value)
    : undefined;
}

function tooMany(items: SeedBody['items'] & object, generate: SeedBody['generate'] & object): readonly InvalidPlace[] {
  const given = Object.values(items).reduce((sum, { length }) => sum + length, 0);
  const made = Object.values(generate).reduce((sum, count) => sum + count, 0);
  if (given + made <= seedLimits.items) return [];
  return [{ pointer: '', message: `asks for ${given + made} items; at most ${seedLimits.items} can be put at once` }];
}
