import { Autocomplete } from '@base-ui/react/autocomplete';
import { createElement, type MouseEvent } from 'react';
import type { ResultRow, RowGroup } from './result-rows';
import { SearchRow } from './SearchRow.view';
import styles from './SearchDialog.module.css';

/** The list of the combobox above it. Rows are links, so that a browser can open them elsewhere. */
export function SearchResults({ onChoose }: { readonly onChoose: (row: ResultRow, event: MouseEvent) => void }) {
  return (
    <Autocomplete.List className={styles.list}>
      {(group: RowGroup) => (
        <Autocomplete.Group key={group.title} items={group.items} className={styles.group}>
          <Autocomplete.GroupLabel className={styles.groupLabel}>
            {group.title}
            {group.total > group.items.length ? (
              <span className={styles.count}>
                {group.items.length} of {group.total}
              </span>
            ) : null}
          </Autocomplete.GroupLabel>
          <Autocomplete.Collection>
            {(row: ResultRow) => (
              <Autocomplete.Item
                key={row.href}
                value={row}
                className={styles.item}
                render={link(row.href)}
                onClick={(event) => onChoose(row, event)}
              >
                <SearchRow row={row} />
              </Autocomplete.Item>
            )}
          </Autocomplete.Collection>
        </Autocomplete.Group>
      )}
    </Autocomplete.List>
  );
}

/** Not a Docusaurus `Link`, which would fetch every page that it shows while one types. */
const link = (href: string) => createElement('a', { href, tabIndex: -1 });
