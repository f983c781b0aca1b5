import type { KnownApi } from './known-api.ts';
import { newIdFor } from './new-id.ts';
import type { Random } from './random.ts';
import type { Collection } from './resource.ts';
import type { Place, SandboxState } from './state.ts';

const mostTries = 100;

/** A new id of the collection's kind that no item at the place has or had, if its kind has as many. */
export async function freshId(
  { known, state, random }: { known: KnownApi; state: SandboxState; random: Random },
  collection: Collection,
  place: Place,
): Promise<string | number> {
  const { identity, items } = known.seedsOf(collection);
  const example = identity === undefined ? undefined : items[0]?.item[identity.property];
  for (let tries = 1; ; tries += 1) {
    const made = newIdFor(known.contract, identity?.schema, example, await state.nextNumber(place), random);
    const id = typeof made === 'number' ? made : String(made);
    if (tries === mostTries || (await state.get(place, String(id))) === undefined) return id;
  }
}
