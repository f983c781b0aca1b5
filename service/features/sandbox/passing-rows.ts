import { freshSpace, type Row, type SpaceRows } from './sandbox-store.ts';

/** Rows for a request without a key: what it changes is answered as if it were kept, and is gone with the answer. */
export function passingRows(): SpaceRows {
  const kept = new Map<string, Row>();
  const keyOf = (collection: string, id: string) => JSON.stringify([collection, id]);
  return {
    facts: freshSpace,
    transaction: undefined,
    find: async (collection, id) => kept.get(keyOf(collection, id)),
    changedSeeds: async () => [],
    created: async () => [],
    countCreated: async () => 0,
    lastPosition: async () => 0,
    save: async (collection, row) => {
      kept.set(keyOf(collection, row.id), row);
    },
    dueBefore: async () => [],
    saveDue: async () => undefined,
    removeDue: async () => undefined,
    findAnswer: async () => undefined,
    saveAnswer: async () => undefined,
  };
}
