import { useState } from 'react';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { useHistory } from '@docusaurus/router';
import Search from 'lucide-react/icons/search';
import { loadRecent, remember, saveRecent } from './recent-pages';
import { listFor, type ResultRow } from './result-rows';
import type { SearchIndex } from './search-index';
import { SearchNotice } from './SearchNotice.view';
import { SearchRow } from './SearchRow.view';
import styles from './SearchDialog.module.css';
import { useSearch } from './use-search';

export interface SearchDialogProps {
  readonly isOpen: boolean;
  /** What was typed before the field could take it. */
  readonly takeEarlyKeys?: () => string;
  readonly onClose: () => void;
  /** Opens the index; another one in tests. */
  readonly openIndex?: () => Promise<SearchIndex>;
}

/** Search over guides and operations: a combobox in a modal dialog, the whole screen on a phone. */
export function SearchDialog({ isOpen, takeEarlyKeys, onClose, openIndex }: SearchDialogProps) {
  const { query, state, ask } = useSearch(openIndex);
  const [recent, setRecent] = useState(loadRecent);
  const history = useHistory();
  const groups = listFor(state, recent);

  const leave = (row: ResultRow) => {
    const { href, title, method } = row;
    const next = remember(recent, { href, title, method });
    setRecent(next);
    saveRecent(next);
    ask('');
    onClose();
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
                <SearchNotice state={state} hasRecent={recent.length > 0} />
                <Autocomplete.List className={styles.list}>
                  {(group: (typeof groups)[number]) => (
                    <Autocomplete.Group key={group.title} items={group.items} className={styles.group}>
                      <Autocomplete.GroupLabel className={styles.groupLabel}>{group.title}</Autocomplete.GroupLabel>
                      <Autocomplete.Collection>
                        {(row: ResultRow) => (
                          <Autocomplete.Item
                            key={row.href}
                            value={row}
                            className={styles.item}
                            onClick={(event) => {
                              leave(row);
                              // With a modifier the browser opens it elsewhere.
                              if (event.metaKey || event.ctrlKey) window.open(row.href, '_blank', 'noopener');
                              else history.push(row.href);
                            }}
                          >
                            <SearchRow row={row} />
                          </Autocomplete.Item>
                        )}
                      </Autocomplete.Collection>
                    </Autocomplete.Group>
                  )}
                </Autocomplete.List>
              </div>
              <p className={styles.keys} aria-hidden="true">
                <span>
                  <kbd>↑</kbd> <kbd>↓</kbd> choose
                </span>
                <span>
                  <kbd>↵</kbd> open
                </span>
                <span>
                  <kbd>Esc</kbd> close
                </span>
              </p>
            </Autocomplete.Root>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
