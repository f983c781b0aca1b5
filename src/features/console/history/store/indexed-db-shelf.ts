import type { HistoryShelf, ShelfChange, ShelfOutcome } from './history-shelf';

const name = 'portolan-history';
const version = 1;

/**
 * The history in IndexedDB: entries in one store, answers in another, so that a list is read without them. Not in `localStorage`, which holds 5 MB of
 * text for everything together and makes the page wait. `factory` is null where the browser has none.
 */
export function indexedDbShelf(factory: IDBFactory | null, channel: BroadcastChannel | null): HistoryShelf {
  let opening: Promise<IDBDatabase> | null = null;
  const database = (): Promise<IDBDatabase> => {
    opening ??= open(factory).then(
      (db) => {
        const forget = (): void => {
          opening = null;
        };
        // Another page wants to delete or to upgrade it; this one opens it again when it needs it.
        db.onversionchange = () => (db.close(), forget());
        db.onclose = forget;
        return db;
      },
      (error: unknown) => {
        opening = null;
        throw error;
      },
    );
    return opening;
  };
  return {
    async load() {
      try {
        const transaction = (await database()).transaction('entries', 'readonly');
        return await asked<unknown[]>(transaction.objectStore('entries').getAll());
      } catch {
        return null;
      }
    },
    async answer(id) {
      try {
        const transaction = (await database()).transaction('answers', 'readonly');
        return await asked<unknown>(transaction.objectStore('answers').get(id));
      } catch {
        return undefined;
      }
    },
    async change(change) {
      try {
        await write((await database()).transaction(['entries', 'answers'], 'readwrite'), change);
        channel?.postMessage('changed');
        return 'kept';
      } catch (error) {
        return outcomeOf(error);
      }
    },
    subscribe(listener) {
      channel?.addEventListener('message', listener);
      return () => channel?.removeEventListener('message', listener);
    },
  };
}

function open(factory: IDBFactory | null): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    if (!factory) throw new DOMException('This browser has no IndexedDB.', 'NotSupportedError');
    const request = factory.open(name, version);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('entries', { keyPath: 'id' });
      request.result.createObjectStore('answers');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('It does not open.'));
    request.onblocked = () => reject(new Error('Another page keeps it open.'));
  });
}

function write(transaction: IDBTransaction, { put = [], remove = [] }: ShelfChange): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('It was not written.'));
    const entries = transaction.objectStore('entries');
    const answers = transaction.objectStore('answers');
    for (const id of remove) {
      entries.delete(id);
      answers.delete(id);
    }
    for (const { entry, answer } of put) {
      entries.put(entry);
      if (answer) answers.put(answer, entry.id);
    }
  });
}

function asked<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('It was not read.'));
  });
}

function outcomeOf(error: unknown): ShelfOutcome {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'forbidden';
}
