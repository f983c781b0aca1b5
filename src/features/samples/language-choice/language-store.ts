import { languages, type LanguageId } from '../languages';

/** The language that the reader chose, on this device, in every tab of it. */
export interface LanguageStore {
  readonly get: () => LanguageId;
  readonly set: (language: LanguageId) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export const firstLanguage: LanguageId = 'shell';
const STORED_AS = 'portolan.language';

/** `host` is the browser's window. Where it refuses storage, the choice lasts as long as the page is loaded. */
export function createLanguageStore(host: () => Pick<Window, 'localStorage' | 'addEventListener'>): LanguageStore {
  const listeners = new Set<() => void>();
  let chosen: LanguageId | null = null;
  let isListening = false;
  const become = (language: LanguageId): void => {
    if (language === chosen) return;
    chosen = language;
    for (const listener of listeners) listener();
  };
  const stored = (): LanguageId => {
    try {
      return languageNamed(host().localStorage.getItem(STORED_AS));
    } catch {
      return firstLanguage;
    }
  };
  return {
    get: () => (chosen ??= stored()),
    set(language) {
      try {
        host().localStorage.setItem(STORED_AS, language);
      } catch {
        // Kept in memory all the same.
      }
      become(language);
    },
    subscribe(listener) {
      listeners.add(listener);
      if (!isListening) {
        isListening = true;
        host().addEventListener('storage', ({ key, newValue }) => {
          if (key === STORED_AS) become(languageNamed(newValue));
        });
      }
      return () => listeners.delete(listener);
    },
  };
}

function languageNamed(id: string | null): LanguageId {
  return languages.find((language) => language.id === id)?.id ?? firstLanguage;
}
