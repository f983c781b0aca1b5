// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { answeredEntry } from '../history.fixture';
import type { HistoryEntry, KeptAnswer } from '../history-entry';
import type { HistoryShelf, ShelfChange, ShelfOutcome } from './history-shelf';
import { createHistoryStore } from './history-store';
import { indexedDbShelf } from './indexed-db-shelf';

const answer: KeptAnswer = { headers: [], text: 'kept', kept: 'all' };

/** A device in memory. `outcomes`: what it says to the first changes, before it does as it is told. */
function fakeShelf(outcomes: ShelfOutcome[] = [], stored: unknown[] = []) {
  const entries = new Map(stored.map((entry) => [(entry as HistoryEntry).id, entry]));
  const answers = new Map<string, unknown>();
  const listeners = new Set<() => void>();
  const changes: ShelfChange[] = [];
  const shelf: HistoryShelf = {
    load: async () => [...entries.values()],
    answer: async (id) => answers.get(id),
    async change(change) {
      changes.push(change);
      const outcome = outcomes.shift() ?? 'kept';
      if (outcome !== 'kept') return outcome;
      for (const id of change.remove ?? []) entries.delete(id);
      for (const put of change.put ?? []) {
        entries.set(put.entry.id, put.entry);
        if (put.answer) answers.set(put.entry.id, put.answer);
      }
      return 'kept';
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { shelf, entries, changes, tell: () => listeners.forEach((listener) => listener()) };
}

const ids = (entries: readonly HistoryEntry[]) => entries.map(({ id }) => id);
const entryAt = (at: number, part: Partial<HistoryEntry> = {}) => answeredEntry({ id: `e${at}`, at, ...part });

describe('the history of a device', () => {
  test('shows the newest first, and passes over what is no entry', async () => {
    const store = createHistoryStore(fakeShelf([], [entryAt(1), { id: 'odd' }, entryAt(3)]).shelf);
    expect(store.read()).toEqual({ isLoaded: false, entries: [], trouble: null });
    await store.add([{ entry: entryAt(2), answer }]);
    expect(ids(store.read().entries)).toEqual(['e3', 'e2', 'e1']);
    expect(await store.answerOf('e2')).toEqual(answer);
    expect(await store.answerOf('e1')).toBeNull();
  });

  test('lets the oldest go for the newest', async () => {
    const { shelf, entries } = fakeShelf([], [entryAt(1), entryAt(2)]);
    const store = createHistoryStore(shelf, { entries: 2, bytes: 10_000 });
    await store.add([{ entry: entryAt(3), answer }]);
    expect(ids(store.read().entries)).toEqual(['e3', 'e2']);
    expect([...entries.keys()]).toEqual(['e2', 'e3']);
  });

  test('says so where everything is kept on purpose', async () => {
    const store = createHistoryStore(fakeShelf([], [entryAt(1, { isFavourite: true })]).shelf, {
      entries: 1,
      bytes: 10_000,
    });
    await store.add([{ entry: entryAt(2), answer }]);
    expect(store.read()).toMatchObject({ trouble: 'crowded' });
    expect(ids(store.read().entries)).toEqual(['e1']);
  });

  test('names and marks, and what is removed can be put back', async () => {
    const { shelf, entries } = fakeShelf();
    const store = createHistoryStore(shelf);
    await store.add([{ entry: entryAt(1), answer }]);
    await store.change('e1', { name: '  Mine  ', isFavourite: true });
    expect(entries.get('e1')).toMatchObject({ name: 'Mine', isFavourite: true });
    const removed = await store.remove(['e1']);
    expect([entries.size, store.read().entries.length]).toEqual([0, 0]);
    await store.add(removed);
    expect(store.read().entries).toMatchObject([{ id: 'e1', name: 'Mine' }]);
    expect(await store.answerOf('e1')).toEqual(answer);
  });

  test('is cleared but for what is kept on purpose, or of everything', async () => {
    const { shelf, entries } = fakeShelf(
      [],
      [entryAt(1), entryAt(2, { isFavourite: true }), entryAt(3, { kind: 'saved' })],
    );
    const store = createHistoryStore(shelf);
    await store.load();
    await store.clear('loose');
    expect(ids(store.read().entries)).toEqual(['e3', 'e2']);
    await store.clear('all');
    expect([entries.size, store.read().entries.length]).toEqual([0, 0]);
  });

  test('makes room once where the device is full', async () => {
    const { shelf, entries } = fakeShelf(
      ['full'],
      [1, 2, 3, 4].map((at) => entryAt(at)),
    );
    const store = createHistoryStore(shelf);
    await store.add([{ entry: entryAt(9), answer }]);
    expect(store.read().trouble).toBeNull();
    expect([...entries.keys()]).toEqual(['e2', 'e3', 'e4', 'e9']);
    expect(ids(store.read().entries)).toEqual(['e9', 'e4', 'e3', 'e2']);
  });

  test('goes on in memory where the device stays full, and says so', async () => {
    const store = createHistoryStore(fakeShelf(['full', 'full']).shelf);
    await store.add([{ entry: entryAt(1), answer }]);
    expect(store.read()).toMatchObject({ trouble: 'full', entries: [{ id: 'e1' }] });
    expect(await store.answerOf('e1')).toEqual(answer);
    await store.change('e1', { name: 'Mine' });
    expect(store.read().entries[0]?.name).toBe('Mine');
  });

  test('goes on in memory where the browser keeps nothing, and says so', async () => {
    for (const factory of [
      null,
      {
        open: () => {
          throw new DOMException('no', 'SecurityError');
        },
      } as unknown as IDBFactory,
    ]) {
      const store = createHistoryStore(indexedDbShelf(factory, null));
      await store.load();
      expect(store.read()).toMatchObject({ isLoaded: true, trouble: 'forbidden', entries: [] });
      await store.add([{ entry: entryAt(1), answer }]);
      expect(await store.answerOf('e1')).toEqual(answer);
      expect(ids(store.read().entries)).toEqual(['e1']);
    }
  });

  test('follows what another page of the site has done', async () => {
    const { shelf, entries, tell } = fakeShelf([], [entryAt(1)]);
    const store = createHistoryStore(shelf);
    await store.load();
    entries.set('e2', entryAt(2));
    tell();
    await expect.poll(() => ids(store.read().entries)).toEqual(['e2', 'e1']);
  });
});
