import type { Row, SpaceRows } from './sandbox-store.ts';
import type { Condition, Item, KeptItem, Page, PageRequest, Place, SandboxState } from './state.ts';

/** What is at a place before anybody changed it, newest first. */
export type SeedsOf = (place: Place) => readonly KeptItem[];

/** Where a walk starts: at the end of the list, or after an item. */
type Cursor =
  | { readonly kind: 'start' }
  | { readonly kind: 'created'; readonly position: number }
  | { readonly kind: 'seed'; readonly id: string };

/** Which way a walk goes, and what the database may leave out on it. */
interface Way {
  readonly oldestFirst: boolean;
  readonly cursor: Cursor;
  readonly where?: readonly Condition[] | undefined;
  /** How many the first look brings; each further one brings many. */
  readonly first?: number;
}

const start: Cursor = { kind: 'start' };
const readAtOnce = 500;

/** Copy on write: rows over seeds. Created things come first, the newest at the top, then the seeds in their order. */
export function layeredState(rows: SpaceRows, seedsOf: SeedsOf): SandboxState {
  async function* seeds(place: Place, { oldestFirst, cursor }: Way): AsyncGenerator<KeptItem> {
    const all = seedsOf(place);
    if (all.length === 0) return;
    const ordered = oldestFirst ? [...all].reverse() : all;
    const from = cursor.kind === 'seed' ? ordered.findIndex((seed) => seed.id === cursor.id) + 1 : 0;
    const changed = new Map((await rows.changedSeeds(place.key)).map((row) => [row.id, row]));
    for (const seed of ordered.slice(from)) {
      const row = changed.get(seed.id);
      const kept = row === undefined ? seed : toItem(row);
      if (kept !== undefined) yield kept;
    }
  }

  async function* created(place: Place, { oldestFirst, cursor, where, first }: Way): AsyncGenerator<KeptItem> {
    let beyond = cursor.kind === 'created' ? cursor.position : undefined;
    let limit = Math.min(first ?? readAtOnce, readAtOnce);
    for (;;) {
      const batch = await rows.created(place.key, { limit, beyond, oldestFirst, where });
      for (const row of batch) {
        const kept = toItem(row);
        if (kept !== undefined) yield kept;
      }
      if (batch.length < limit) return;
      beyond = batch.at(-1)?.position;
      limit = readAtOnce;
      // A walk through a large collection lets others have their turn.
      await new Promise(setImmediate);
    }
  }

  async function* walk(place: Place, way: Way): AsyncGenerator<KeptItem> {
    const { oldestFirst, cursor } = way;
    if (oldestFirst && cursor.kind !== 'created') yield* seeds(place, way);
    if (oldestFirst || cursor.kind !== 'seed') yield* created(place, way);
    if (!oldestFirst) yield* seeds(place, way);
  }

  async function cursorOf(place: Place, id: string | undefined): Promise<Cursor | undefined> {
    if (id === undefined) return start;
    const row = await rows.find(place.key, id);
    if (row !== undefined && row.position > 0) return { kind: 'created', position: row.position };
    return seedsOf(place).some((seed) => seed.id === id) ? { kind: 'seed', id } : undefined;
  }

  async function collect(place: Place, request: PageRequest, oldestFirst: boolean, cursor: Cursor) {
    const { limit, fits, where } = request;
    const items: KeptItem[] = [];
    let skip = request.offset ?? 0;
    const first = fits === undefined ? skip + limit + 1 : readAtOnce;
    for await (const kept of walk(place, { oldestFirst, cursor, where, first })) {
      if (fits !== undefined && !fits(kept.item)) continue;
      if (skip > 0) skip -= 1;
      else if (items.length < limit) items.push(kept);
      else return { items, hasMore: true };
    }
    return { items, hasMore: false };
  }

  async function count(place: Place, { fits, where }: Pick<PageRequest, 'fits' | 'where'>): Promise<number> {
    const way: Way = { oldestFirst: false, cursor: start, where };
    let total = fits === undefined ? await rows.countCreated(place.key) : 0;
    const rest = fits === undefined ? seeds(place, way) : walk(place, way);
    for await (const kept of rest) if (fits === undefined || fits(kept.item)) total += 1;
    return total;
  }

  return {
    async get(place, id) {
      const row = await rows.find(place.key, id);
      if (row !== undefined) return toItem(row)?.item ?? null;
      return seedsOf(place).find((seed) => seed.id === id)?.item;
    },

    async put(place, id, item) {
      const row = await rows.find(place.key, id);
      const isSeed = row?.position === 0 || seedsOf(place).some((seed) => seed.id === id);
      const isThere = row !== undefined && row.value !== null;
      const position = isSeed ? 0 : isThere ? row.position : (await rows.lastPosition(place.key)) + 1;
      await rows.save(place.key, { id, position, value: JSON.stringify(item) });
    },

    // The row stays, empty: so a deleted seed stays away, and no number is given twice.
    async remove(place, id) {
      const row = await rows.find(place.key, id);
      await rows.save(place.key, { id, position: row?.position ?? 0, value: null });
    },

    async page(place, request): Promise<Page> {
      const cursor = await cursorOf(place, request.after ?? request.before);
      if (cursor === undefined) return { kind: 'unknown-cursor' };
      // The page that ends just before an item is the page after it in the other direction, turned round.
      const isBefore = request.after === undefined && request.before !== undefined;
      const oldestFirst = (request.oldestFirst === true) !== isBefore;
      const { items, hasMore } = await collect(place, request, oldestFirst, cursor);
      const total = request.counted === true ? await count(place, request) : null;
      return { kind: 'page', items: isBefore ? items.reverse() : items, hasMore, total };
    },

    async nextNumber(place) {
      const largest = seedsOf(place).reduce((most, seed) => Math.max(most, Number(seed.id) || 0), 0);
      return largest + (await rows.lastPosition(place.key)) + 1;
    },
  };
}

function toItem(row: Row): KeptItem | undefined {
  return row.value === null ? undefined : { id: row.id, item: JSON.parse(row.value) as Item };
}
