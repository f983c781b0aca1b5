import { dueRowOf } from '../due-items.ts';
import type { KnownApi } from '../known-api.ts';
import type { Random } from '../random.ts';
import type { KeptItem } from '../state.ts';
import { generateItems } from './generate-items.ts';
import { collectionsOf, seededPlaces } from './places.ts';
import type { SeededPlace } from './read-seed.ts';
import type { SpaceFiller } from './space-control.ts';

/** Puts into a space what was read from a seed. */
export async function applySeed(
  filler: SpaceFiller,
  known: KnownApi,
  { places, examples, now, random }: { places: readonly SeededPlace[]; examples: boolean; now: Date; random: Random },
): Promise<void> {
  if (examples) await putExamplesBack(filler, known);
  const hasExamples = examples || filler.facts.hasExamples;
  for (const { at, items, generate } of places) {
    const seeds = new Set(hasExamples ? known.seedsAt(at.place).map(({ id }) => id) : []);
    const last = await filler.lastPosition(at.place.key);
    const numbered = items.map(({ id, item }, index) => ({ id: id ?? String(last + seeds.size + index + 1), item }));
    const after = last + seeds.size + items.length;
    const made =
      at.kind === 'collection' && generate > 0
        ? await generateItems(known, at.collection, { count: generate, after, now, random })
        : [];
    // The first of a list comes first: what is put last is on top.
    const all = [...numbered.reverse(), ...made];
    await filler.put(at.place.key, all.map(toText), seeds);
    await filler.putDue(all.flatMap(({ id, item }) => dueRowOf(known, at.place, id, item) ?? []));
  }
}

/** The contract's examples as they were: what was done to them is forgotten, and what stands in their place goes. */
async function putExamplesBack(filler: SpaceFiller, known: KnownApi): Promise<void> {
  for (const collection of collectionsOf(known)) {
    for (const place of seededPlaces(known, collection)) {
      await filler.forget(
        place.key,
        known.seedsAt(place).map(({ id }) => id),
      );
    }
  }
  await filler.setFacts({ ...filler.facts, hasExamples: true });
}

function toText({ id, item }: KeptItem): { id: string; value: string } {
  return { id, value: JSON.stringify(item) };
}
