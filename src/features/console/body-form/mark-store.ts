/** What is wrong at which JSON pointer of a body. A field hears of its own only, so that a check does not draw all of them anew. */
export interface MarkStore {
  readonly at: (pointer: string) => string | null;
  readonly set: (marks: ReadonlyMap<string, string>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createMarkStore(): MarkStore {
  let current: ReadonlyMap<string, string> = new Map();
  const listeners = new Set<() => void>();
  return {
    at: (pointer) => current.get(pointer) ?? null,
    set(marks) {
      current = marks;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
