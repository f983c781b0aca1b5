import type { HistoryFilter } from '../find-entries';
import type { HistoryLook } from '../use-history';
import styles from './HistoryFilters.module.css';

const filters: readonly (readonly [HistoryFilter, string])[] = [
  ['all', 'All'],
  ['this-operation', 'This operation'],
  ['favourites', 'Favourites'],
  ['saved', 'Saved'],
];

export interface HistoryFiltersProps {
  readonly look: HistoryLook;
  /** From the field down into the list. */
  readonly onDown: () => void;
}

/** What of the history is shown. */
export function HistoryFilters({ look, onDown }: HistoryFiltersProps) {
  const { words, filter, found, search, show } = look;
  return (
    <div role="search" aria-label="Search the history" className={styles.filters}>
      <input
        type="search"
        aria-label="Search the history"
        placeholder="Name, path, status, value"
        value={words}
        autoComplete="off"
        spellCheck={false}
        className={styles.field}
        onChange={({ currentTarget }) => search(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            onDown();
          } else if (event.key === 'Escape' && words !== '') {
            event.preventDefault();
            event.stopPropagation();
            search('');
          }
        }}
      />
      <div role="group" aria-label="Show" className={styles.chips}>
        {filters.map(([one, label]) => (
          <button key={one} type="button" aria-pressed={one === filter} onClick={() => show(one)}>
            {label}
          </button>
        ))}
      </div>
      <span role="status" className="pt-unseen">
        {found.length === 1 ? '1 request' : `${found.length} requests`}
      </span>
    </div>
  );
}
