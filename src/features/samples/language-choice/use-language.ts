import { useSyncExternalStore } from 'react';
import { createLanguageStore, firstLanguage } from './language-store';

const store = createLanguageStore(() => globalThis.window);

/** The reader's language, and how to change it. On the server and while a page wakes up it is the first. */
export function useLanguage() {
  const language = useSyncExternalStore(store.subscribe, store.get, () => firstLanguage);
  return [language, store.set] as const;
}
