import type { DriftEntry, DriftState } from '../../portal-client';

/** What of the list is looked at. Worth sharing, so it stands in the address; the key never does. */
export interface DriftFilters {
  readonly state: DriftState;
  /** `cardea/v2`; empty: all. */
  readonly version: string;
  readonly environment: '' | DriftEntry['environment'];
  /** Words that an entry must have, in its operation, its place or its message. */
  readonly words: string;
}

const states: readonly DriftState[] = ['open', 'resolved', 'all'];

export function readFilters(search: string): DriftFilters {
  const query = new URLSearchParams(search);
  const environment = query.get('environment');
  return {
    state: states.find((state) => state === query.get('state')) ?? 'open',
    version: query.get('version') ?? '',
    environment: environment === 'sandbox' || environment === 'live' ? environment : '',
    words: query.get('words') ?? '',
  };
}

export function writeFilters({ state, version, environment, words }: DriftFilters): string {
  const said = Object.entries({ state: state === 'open' ? '' : state, version, environment, words });
  const query = new URLSearchParams(said.filter(([, value]) => value !== ''));
  return query.size === 0 ? '' : `?${query.toString().replaceAll('%2F', '/')}`;
}

export function versionOf({ api, version }: DriftEntry): string {
  return `${api}/${version}`;
}

/** The entries that the filters leave, in their order. */
export function filtered(entries: readonly DriftEntry[], filters: DriftFilters): readonly DriftEntry[] {
  const words = filters.words.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const text = `${entry.operation} ${entry.place} ${entry.message} ${entry.status} ${entry.kind}`.toLowerCase();
    return (
      (filters.version === '' || versionOf(entry) === filters.version) &&
      (filters.environment === '' || entry.environment === filters.environment) &&
      words.every((word) => text.includes(word))
    );
  });
}
