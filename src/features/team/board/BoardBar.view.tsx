import RotateCw from 'lucide-react/icons/rotate-cw';
import type { JourneyConfig } from '../../../../contract/portal-config';
import { Button } from '../../../ui';
import type { BoardFilters, BoardOrder } from './board-filters';
import styles from './Board.module.css';

export interface BoardBarProps {
  readonly filters: BoardFilters;
  readonly journeys: readonly JourneyConfig[];
  readonly cohorts: readonly { readonly id: string; readonly name: string }[];
  readonly isReading: boolean;
  readonly onFilter: (filters: BoardFilters) => void;
  readonly onAgain: () => void;
}

/** Which journey, which cohort, whose name, in which order. */
export function BoardBar({ filters, journeys, cohorts, isReading, onFilter, onAgain }: BoardBarProps) {
  return (
    <div className={styles.bar} role="search" aria-label="Partners">
      <select
        aria-label="Journey"
        className={styles.choice}
        value={filters.journey}
        onChange={(event) => onFilter({ ...filters, journey: event.target.value, step: '', isReviewOnly: false })}
      >
        {journeys.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      {cohorts.length > 0 || filters.cohort !== '' ? (
        <select
          aria-label="Cohort"
          className={styles.choice}
          value={filters.cohort}
          onChange={(event) => onFilter({ ...filters, cohort: event.target.value })}
        >
          <option value="">All cohorts</option>
          {cohorts.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {filters.cohort === '' || cohorts.some(({ id }) => id === filters.cohort) ? null : (
            <option value={filters.cohort}>{filters.cohort}</option>
          )}
        </select>
      ) : null}
      <input
        type="search"
        className={styles.words}
        aria-label="Name of a partner"
        placeholder="Name of a partner"
        maxLength={100}
        value={filters.words}
        onChange={(event) => onFilter({ ...filters, words: event.target.value })}
      />
      <select
        aria-label="Order"
        className={styles.choice}
        value={filters.order}
        onChange={(event) => onFilter({ ...filters, order: event.target.value as BoardOrder })}
      >
        <option value="stuck">Stuck the longest first</option>
        <option value="moved">Latest progress first</option>
        <option value="name">By name</option>
      </select>
      <Button
        size="small"
        variant="quiet"
        busy={isReading}
        icon={<RotateCw size={14} aria-hidden="true" />}
        onClick={onAgain}
      >
        Read again
      </Button>
    </div>
  );
}
