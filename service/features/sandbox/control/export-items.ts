import type { CollectionCount } from '../generations.ts';
import type { KnownApi } from '../known-api.ts';
import type { SpaceRows } from '../sandbox-store.ts';
import { spaceState } from '../space-state.ts';
import type { Item, Place, SandboxState } from '../state.ts';
import { collectionsOf, onlyId, placeAt, seededPlaces } from './places.ts';

const readAtOnce = 200;

/**
 * The JSON text of a seed that holds all items, piece by piece, so that a large sandbox needs no memory. What is changed
 * meanwhile is in it as it was or as it is.
 */
export async function* exportText(
  known: KnownApi,
  rows: SpaceRows,
  counts: readonly CollectionCount[],
  head: Readonly<Record<string, unknown>>,
): AsyncGenerator<string> {
  const state = spaceState(rows, known);
  yield `${JSON.stringify(head).slice(0, -1)},"items":{`;
  let isFirstPlace = true;
  for (const key of keysOf(known, rows, counts)) {
    let text = `${isFirstPlace ? '' : ','}${JSON.stringify(key)}:[`;
    let isFirst = true;
    for await (const item of itemsAt(known, state, key)) {
      text += `${isFirst ? '' : ','}${JSON.stringify(item)}`;
      isFirst = false;
      if (text.length < 65_536) continue;
      yield text;
      text = '';
    }
    yield `${text}]`;
    isFirstPlace = false;
  }
  yield '}}\n';
}

function keysOf(known: KnownApi, { facts }: SpaceRows, counts: readonly CollectionCount[]): ReadonlySet<string> {
  const seeded = collectionsOf(known).flatMap((collection) =>
    facts.hasExamples ? seededPlaces(known, collection) : [],
  );
  const changed = counts.map(({ collection }) => collection).filter((key) => placeAt(known, key) !== undefined);
  return new Set([...seeded.map(({ key }) => key), ...changed]);
}

async function* itemsAt(known: KnownApi, state: SandboxState, key: string): AsyncGenerator<Item> {
  const at = placeAt(known, key);
  if (at === undefined) return;
  if (at.kind === 'single') {
    const only = await state.get(at.place, onlyId);
    if (only !== undefined && only !== null) yield only;
  } else yield* listed(state, at.place);
}

async function* listed(state: SandboxState, place: Place): AsyncGenerator<Item> {
  let after: string | undefined;
  for (;;) {
    const page = await state.page(place, { limit: readAtOnce, after });
    if (page.kind === 'unknown-cursor') return;
    for (const { item } of page.items) yield item;
    if (!page.hasMore) return;
    after = page.items.at(-1)?.id;
  }
}
