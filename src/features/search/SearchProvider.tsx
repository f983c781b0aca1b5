import { createContext, lazy, Suspense, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';
import { SearchReport } from '../feedback';
import { isSearchShortcut, isWritingIn } from './shortcut';
import { useEarlyKeys } from './use-early-keys';

const loadDialog = () => import('./SearchDialog');
/** Loaded when somebody is about to search: it brings the combobox, and opens the index. */
const SearchDialog = lazy(() => loadDialog().then((module) => ({ default: module.SearchDialog })));

const afterNothing = (query: string) => (
  <Suspense fallback={null}>
    <SearchReport query={query} />
  </Suspense>
);

interface SearchDoor {
  readonly open: () => void;
  /** Loads the dialog on intent, so that opening it is instant. */
  readonly prepare: () => void;
}

const SearchContext = createContext<SearchDoor | null>(null);

/** Makes the search dialog openable from everywhere below, and by ⌘K, Ctrl K and `/`. */
export function SearchProvider({ children }: { readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  // Stays mounted once it was open: closing is animated, and the index is kept.
  const [wasOpen, setWasOpen] = useState(false);
  const takeEarlyKeys = useEarlyKeys(isOpen);
  const open = useCallback(() => {
    setWasOpen(true);
    setOpen(true);
  }, []);
  const prepare = useCallback(() => void loadDialog(), []);

  // Which key the trigger names: SearchTrigger.module.css reads it.
  useEffect(() => {
    document.documentElement.dataset.keys = /Mac|iP(?:hone|ad|od)/.test(navigator.userAgent) ? 'mac' : 'other';
  }, []);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isSearchShortcut(event, isWritingIn(event.target))) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [open]);

  return (
    <SearchContext value={{ open, prepare }}>
      {children}
      {wasOpen ? (
        <Suspense fallback={null}>
          <SearchDialog
            isOpen={isOpen}
            takeEarlyKeys={takeEarlyKeys}
            onClose={() => setOpen(false)}
            afterNothing={afterNothing}
          />
        </Suspense>
      ) : null}
    </SearchContext>
  );
}

export function useSearchDoor(): SearchDoor {
  const door = useContext(SearchContext);
  if (!door)
    throw new Error('Search is opened from within <SearchProvider>, which src/theme/Root.tsx puts around the site.');
  return door;
}
