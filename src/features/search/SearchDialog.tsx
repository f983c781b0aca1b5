import { useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { useHistory, useLocation } from '@docusaurus/router';
import Search from 'lucide-react/icons/search';
import { placeIn } from './reader-place';
import { loadRecent, remember, saveRecent } from './recent-pages';
import { listFor, type ResultRow } from './result-rows';
import { SearchKeys } from './SearchKeys.view';
import { SearchNotice } from './SearchNotice.view';
import { SearchResults } from './SearchResults.view';
import styles from './SearchDialog.module.css';
import { useSearch, type OpenIndex } from './use-search';

export interface SearchDialogProps {
  readonly isOpen: boolean;
  /** What was typed before the field could take it. */
  readonly takeEarlyKeys?: () => string;
  readonly onClose: () => void;
  /** Stands below the words that nothing was found. */
  readonly afterNothing?: (query: string) => ReactNode;
  /** Opens the index; another one in tests. */
  readonly openIndex?: OpenIndex;
}

/** Search over guides and reference: a combobox in a modal dialog, the whole screen on a phone. */
export function SearchDialog({ isOpen, takeEarlyKeys, onClose, afterNothing, openIndex }: SearchDialogProps) {
  const { pathname } = useLocation();
  const { query, state, suggestions, ask } = useSearch(placeIn(pathname), openIndex);
  const [recent, setRecent] = useState(loadRecent);
  const highlighted = useRef<ResultRow>(undefined);
  const history = useHistory();
  const groups = listFor(state, recent, suggestions);

  const keep = ({ href, title, method }: ResultRow) => {
    const next = remember(recent, { href, title, method });
    setRecent(next);
    saveRecent(next);
  };
  /** With a modifier the browser opens it elsewhere, and the list stays for the next. */
  const onChoose = (row: ResultRow, event: MouseEvent) => {
    keep(row);
    if (isElsewhere(event)) return;
    event.preventDefault();
    ask('');
    onClose();
    history.push(row.href);
  };
  /** The combobox leaves keys with modifiers alone. */
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !isElsewhere(event) || !highlighted.current) return;
    event.preventDefault();
    keep(highlighted.current);
    window.open(highlighted.current.href, '_blank', 'noopener');
  };

  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Viewport className={styles.viewport}>
          <Dialog.Popup className={styles.popup} aria-label="Search">
            <Autocomplete.Root
              open
              inline
              items={groups}
              filter={null}
              value={query}
              onValueChange={(value, { reason }) => reason !== 'item-press' && ask(value)}
              onItemHighlighted={(row) => (highlighted.current = row)}
              autoHighlight="always"
              keepHighlight
              itemToStringValue={(row: ResultRow) => row.title}
            >
              <div className={styles.field}>
                <Search size={18} aria-hidden="true" />
                <Autocomplete.Input
                  className={styles.input}
                  aria-label="Search guides and operations"
                  onFocus={() => {
                    const early = takeEarlyKeys?.() ?? '';
                    if (early !== '') ask(query + early);
                  }}
                  onKeyDown={onKeyDown}
                  placeholder="Search guides and operations"
                  type="search"
                  autoCapitalize="off"
                  autoCorrect="off"
                  spellCheck={false}
                  enterKeyHint="go"
                />
                <Dialog.Close className={styles.close}>Close</Dialog.Close>
              </div>
              <div className={styles.results}>
                <SearchNotice state={state} hasRows={groups.length > 0} afterNothing={afterNothing} />
                <SearchResults onChoose={onChoose} />
              </div>
              <SearchKeys />
            </Autocomplete.Root>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const isElsewhere = ({ metaKey, ctrlKey }: Pick<MouseEvent, 'metaKey' | 'ctrlKey'>) => metaKey || ctrlKey;
