import type { IntegrationList } from '../../../portal-client';
import { kinds } from '../kind-words';
import type { DirectoryFilters } from './filters';
import styles from './Directory.module.css';

export interface FiltersBarProps {
  readonly filters: DirectoryFilters;
  /** What listings can name; null while it is on its way. */
  readonly choices: IntegrationList['choices'] | null;
  readonly onFilter: (filters: DirectoryFilters) => void;
}

interface Option {
  readonly id: string;
  readonly label: string;
}

/** What of the directory is shown. */
export function FiltersBar({ filters, choices, onFilter }: FiltersBarProps) {
  const choice = (member: 'kind' | 'api' | 'category', label: string, all: string, options: readonly Option[]) => (
    <select
      aria-label={label}
      className={styles.choice}
      value={filters[member]}
      onChange={(event) => onFilter({ ...filters, [member]: event.target.value })}
    >
      <option value="">{all}</option>
      {withChosen(options, filters[member]).map(({ id, label: name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
  return (
    <div className={styles.bar} role="search" aria-label="Integrations">
      <input
        type="search"
        className={styles.words}
        aria-label="Search the integrations"
        placeholder="Search"
        maxLength={100}
        value={filters.q}
        onChange={(event) => onFilter({ ...filters, q: event.target.value })}
      />
      {choice(
        'kind',
        'Kind',
        'Every kind',
        kinds.map(({ id, name }) => ({ id, label: name })),
      )}
      {choice('api', 'API', 'Every API', choices?.apis ?? [])}
      {choices === null || choices.categories.length > 0
        ? choice('category', 'Category', 'Every category', choices?.categories ?? [])
        : null}
    </div>
  );
}

/** What stands in the address is shown as chosen, known or not. */
function withChosen(options: readonly Option[], chosen: string): readonly Option[] {
  if (chosen === '' || options.some(({ id }) => id === chosen)) return options;
  return [{ id: chosen, label: chosen }, ...options];
}
