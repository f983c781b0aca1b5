import RotateCw from 'lucide-react/icons/rotate-cw';
import { Button } from '../../ui';
import type { DriftFilters } from './drift-filters';
import styles from './DriftFiltersBar.module.css';

export interface DriftFiltersBarProps {
  readonly filters: DriftFilters;
  /** Of the entries that there are. */
  readonly versions: readonly string[];
  readonly onFilter: (filters: DriftFilters) => void;
  readonly onAgain: () => void;
  readonly onForget: () => void;
}

/** What of the list is shown, and the way to a newer one. */
export function DriftFiltersBar({ filters, versions, onFilter, onAgain, onForget }: DriftFiltersBarProps) {
  const known =
    filters.version === '' || versions.includes(filters.version) ? versions : [filters.version, ...versions];
  return (
    <div className={styles.bar} role="search" aria-label="Drift">
      <input
        type="search"
        className={styles.words}
        aria-label="Words in operation, place or message"
        placeholder="Operation, place, message"
        value={filters.words}
        onChange={(event) => onFilter({ ...filters, words: event.target.value })}
      />
      <select
        aria-label="State"
        className={styles.choice}
        value={filters.state}
        onChange={(event) => onFilter({ ...filters, state: event.target.value as DriftFilters['state'] })}
      >
        <option value="open">Open</option>
        <option value="resolved">Resolved</option>
        <option value="all">Open and resolved</option>
      </select>
      <select
        aria-label="API version"
        className={styles.choice}
        value={filters.version}
        onChange={(event) => onFilter({ ...filters, version: event.target.value })}
      >
        <option value="">All versions</option>
        {known.map((version) => (
          <option key={version}>{version}</option>
        ))}
      </select>
      <select
        aria-label="Environment"
        className={styles.choice}
        value={filters.environment}
        onChange={(event) => onFilter({ ...filters, environment: event.target.value as DriftFilters['environment'] })}
      >
        <option value="">Live and sandbox</option>
        <option value="live">Live</option>
        <option value="sandbox">Sandbox</option>
      </select>
      <div className={styles.actions}>
        <Button size="small" variant="quiet" icon={<RotateCw size={14} aria-hidden="true" />} onClick={onAgain}>
          Read again
        </Button>
        <Button size="small" variant="quiet" onClick={onForget}>
          Forget the key
        </Button>
      </div>
    </div>
  );
}
