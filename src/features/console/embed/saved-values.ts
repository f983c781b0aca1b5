import { useSyncExternalStore } from 'react';

/** What steps of a guide hand on: JSON values by name. As long as the page is loaded. */
export type SavedValues = Readonly<Record<string, unknown>>;

const nothing: SavedValues = {};
const byGuide = new Map<string, SavedValues>();
const listeners = new Set<() => void>();

export function savedValues(guide: string): SavedValues {
  return byGuide.get(guide) ?? nothing;
}

export function saveValues(guide: string, values: SavedValues): void {
  byGuide.set(guide, { ...savedValues(guide), ...values });
  for (const listener of listeners) listener();
}

export function useSavedValues(guide: string): SavedValues {
  return useSyncExternalStore(
    follow,
    () => savedValues(guide),
    () => nothing,
  );
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
