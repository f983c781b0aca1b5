import type { ListingKind } from '../../../portal-client';

/** What of the directory is looked at. Worth sharing, so it stands in the address. */
export interface DirectoryFilters {
  readonly q: string;
  readonly kind: ListingKind | '';
  /** `cardea` or `cardea/v2`; empty: all. */
  readonly api: string;
  readonly category: string;
}

export const noFilters: DirectoryFilters = { q: '', kind: '', api: '', category: '' };

/** What the service does not take is left out, so that an address somebody mistyped shows more, and not an error. */
export function readFilters(search: string): DirectoryFilters {
  const query = new URLSearchParams(search);
  const kind = query.get('kind');
  return {
    q: (query.get('q') ?? '').slice(0, 100),
    kind: kind === 'complementary' || kind === 'supplementary' ? kind : '',
    api: matching(/^[a-z0-9][a-z0-9-]{0,60}(?:\/[A-Za-z0-9][\w.-]{0,60})?$/, query.get('api')),
    category: matching(/^[a-z0-9][a-z0-9-]{0,60}$/, query.get('category')),
  };
}

export function writeFilters(filters: DirectoryFilters): string {
  const query = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''));
  return query.size === 0 ? '' : `?${query.toString().replaceAll('%2F', '/')}`;
}

export function isFiltered(filters: DirectoryFilters): boolean {
  return writeFilters(filters) !== '';
}

function matching(pattern: RegExp, text: string | null): string {
  return text !== null && pattern.test(text) ? text : '';
}
