import { dueExamples, type DueItem, dueRowOf, timedCollections } from './due-items.ts';
import { isObject } from './example.ts';
import type { KnownApi } from './known-api.ts';
import type { Random } from './random.ts';
import { changed } from './rules/consequences.ts';
import { dueOf } from './rules/transition-due.ts';
import type { SpaceRows } from './sandbox-store.ts';
import { timeIn } from './rules/time-in.ts';
import { isChangedAt, isMadeAt, touched } from './server-set.ts';
import type { Item, Place, SandboxState } from './state.ts';

const atOnce = 200;
/** In one transaction; what is left is done with the next request. */
const mostAtOnce = 5000;

/**
 * Does to a space what time has brought until now, the earliest first, each at its own moment. To be called within a write,
 * before the space is looked at.
 */
export async function letTimePass(
  known: KnownApi,
  rows: SpaceRows,
  state: SandboxState,
  { now, random }: { readonly now: Date; readonly random: Random },
): Promise<void> {
  if (timedCollections(known).length === 0) return;
  for (const { place, kept } of await dueExamples(known, rows, now)) {
    await happen(known, rows, state, { place, id: kept.id }, { now, random });
  }
  for (let done = 0; done < mostAtOnce; done += atOnce) {
    const due = await rows.dueBefore(now, atOnce);
    for (const row of due) {
      await rows.removeDue(row.id);
      const { template, key, parents, id } = JSON.parse(row.value ?? '{}') as DueItem;
      await happen(known, rows, state, { place: { template, key, parents: new Map(parents) }, id }, { now, random });
    }
    if (due.length < atOnce) return;
  }
}

/** What has come of one item by now; nothing where it has changed since it was noted. */
async function happen(
  known: KnownApi,
  rows: SpaceRows,
  state: SandboxState,
  { place, id }: { readonly place: Place; readonly id: string },
  { now, random }: { readonly now: Date; readonly random: Random },
): Promise<void> {
  const collection = known.map.collectionAt(place.template);
  if (collection === undefined) return;
  const schema = known.schemaOf(collection);
  const item = await state.get(place, id);
  const due = isObject(item) ? dueOf(known.contract, schema, item) : undefined;
  if (!isObject(item) || due === undefined || due.at > now) return;
  const at = notBefore(item, due.at);
  const scene = { known, state, now: at, random, path: place.parents };
  const after = touched(known.contract, schema, await changed(scene, collection, item, due.transition, undefined), at);
  // What leads to itself would never end: it happens once.
  const next = dueOf(known.contract, schema, after);
  const isEndless = next?.transition === due.transition && next.at <= due.at;
  await state.put(place, id, after);
  const noted = isEndless ? dueRowOf(known, place, id, after) : undefined;
  if (noted !== undefined) await rows.removeDue(noted.id);
}

/** What was made with an end that has passed ends then, and not before it was made. */
function notBefore(item: Item, at: Date): Date {
  const times = Object.entries(item)
    .filter(([name]) => isMadeAt(name) || isChangedAt(name))
    .flatMap(([, value]) => timeIn(value) ?? []);
  return times.reduce((latest, time) => (time > latest ? time : latest), at);
}
