import { decideRoom, historyBounds, mostNameCharacters, type Bounds } from '../bounds';
import { isKeptOnPurpose, type HistoryEntry, type KeptAnswer } from '../history-entry';
import type { NewEntry } from '../make-entry';
import { readAnswer, readEntry } from '../read-entry';
import type { HistoryShelf, ShelfChange, ShelfOutcome } from './history-shelf';

export interface HistoryState {
  readonly isLoaded: boolean;
  /** The newest first. */
  readonly entries: readonly HistoryEntry[];
  /** Why something is not kept on the device; null where all is well. What is here is then here until the page is left. */
  readonly trouble: HistoryTrouble | null;
}

/** `forbidden`: the browser keeps nothing. `full`: the device has no room. `crowded`: all that may be kept is kept on purpose. */
export type HistoryTrouble = 'forbidden' | 'full' | 'crowded';

/** The history of this device. Nothing here throws, and nothing waits for the device before it is shown. */
export interface HistoryStore {
  readonly read: () => HistoryState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads what is on the device. */
  readonly load: () => Promise<void>;
  readonly add: (added: readonly NewEntry[]) => Promise<void>;
  readonly change: (id: string, part: Partial<Pick<HistoryEntry, 'name' | 'isFavourite'>>) => Promise<void>;
  /** Gives back what was removed, with its answers, to be added again. */
  readonly remove: (ids: readonly string[]) => Promise<readonly NewEntry[]>;
  /** `loose`: what is not kept on purpose. */
  readonly clear: (which: 'all' | 'loose') => Promise<void>;
  readonly answerOf: (id: string) => Promise<KeptAnswer | null>;
}

export function createHistoryStore(shelf: HistoryShelf, bounds: Bounds = historyBounds): HistoryStore {
  let state: HistoryState = { isLoaded: false, entries: [], trouble: null };
  /** Answers of entries that the device did not take. */
  const inMemory = new Map<string, KeptAnswer>();
  const listeners = new Set<() => void>();
  let loading: Promise<void> | null = null;

  const set = (part: Partial<HistoryState>): void => {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };

  async function fetchAll(): Promise<void> {
    const stored = await shelf.load();
    const known = (stored ?? []).map(readEntry).filter((entry) => entry !== null);
    const ids = new Set(known.map(({ id }) => id));
    const onlyHere = state.entries.filter(({ id }) => inMemory.has(id) && !ids.has(id));
    set({
      isLoaded: true,
      entries: newestFirst([...known, ...onlyHere]),
      ...(stored === null && { trouble: 'forbidden' }),
    });
  }
  const load = (): Promise<void> => (loading ??= fetchAll());
  shelf.subscribe(() => void fetchAll());

  /** Where the device is full, a quarter of what may go makes room, once. */
  async function write(change: ShelfChange): Promise<ShelfOutcome> {
    const outcome = await shelf.change(change);
    if (outcome !== 'full' || !change.put?.length) return outcome;
    const adding = new Set(change.put.map(({ entry }) => entry.id));
    const loose = state.entries.filter((entry) => !isKeptOnPurpose(entry) && !adding.has(entry.id));
    const leaving = loose.slice(Math.floor((loose.length * 3) / 4)).map(({ id }) => id);
    if (leaving.length === 0) return outcome;
    const again = await shelf.change({ ...change, remove: [...(change.remove ?? []), ...leaving] });
    if (again === 'kept') set({ entries: without(state.entries, leaving) });
    return again;
  }

  const noteOf = (outcome: ShelfOutcome): void => set({ trouble: outcome === 'kept' ? null : outcome });

  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load,
    async add(added) {
      await load();
      const ids = added.map(({ entry }) => entry.id);
      const others = without(state.entries, ids);
      const room = decideRoom(
        others,
        added.map(({ entry }) => entry),
        bounds,
      );
      if (room.kind === 'no-room') return set({ trouble: 'crowded' });
      set({ entries: newestFirst([...without(others, room.leaving), ...added.map(({ entry }) => entry)]) });
      const outcome = await write({ put: added, remove: room.leaving });
      if (outcome !== 'kept') for (const { entry, answer } of added) inMemory.set(entry.id, answer ?? noAnswer);
      noteOf(outcome);
    },
    async change(id, { name, isFavourite }) {
      const entry = state.entries.find((one) => one.id === id);
      if (!entry) return;
      const changed: HistoryEntry = {
        ...entry,
        ...(name !== undefined && { name: name.trim().slice(0, mostNameCharacters) }),
        ...(isFavourite !== undefined && { isFavourite }),
      };
      set({ entries: state.entries.map((one) => (one.id === id ? changed : one)) });
      if (!inMemory.has(id)) noteOf(await write({ put: [{ entry: changed }] }));
    },
    async remove(ids) {
      const going = state.entries.filter(({ id }) => ids.includes(id));
      const taken = await Promise.all(going.map(async (entry) => ({ entry, answer: await this.answerOf(entry.id) })));
      set({ entries: without(state.entries, ids) });
      for (const id of ids) inMemory.delete(id);
      noteOf(await shelf.change({ remove: ids }));
      return taken;
    },
    async clear(which) {
      const going = state.entries.filter((entry) => which === 'all' || !isKeptOnPurpose(entry)).map(({ id }) => id);
      set({ entries: without(state.entries, going) });
      for (const id of going) inMemory.delete(id);
      noteOf(await shelf.change({ remove: going }));
    },
    async answerOf(id) {
      const here = inMemory.get(id);
      if (here) return here === noAnswer ? null : here;
      return readAnswer(await shelf.answer(id));
    },
  };
}

const noAnswer: KeptAnswer = { headers: [], text: '', kept: 'nothing' };

function newestFirst(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  return [...entries].sort((a, b) => b.at - a.at);
}

function without(entries: readonly HistoryEntry[], ids: readonly string[]): readonly HistoryEntry[] {
  const gone = new Set(ids);
  return entries.filter(({ id }) => !gone.has(id));
}
