import type { ListingKind } from './listing.ts';
import type { DirectoryQuery } from './listing-store.ts';

/** What readers look for, as it stands in an address. */
export interface AskedDirectory {
  readonly q?: string;
  readonly kind?: ListingKind;
  readonly api?: string;
  readonly category?: string;
  readonly cursor?: string;
  readonly limit?: number;
}

export const usualLimit = 24;
/** More words than this are not looked for. */
const mostWords = 8;

export function directoryQuery({
  q = '',
  kind,
  api,
  category,
  cursor,
  limit = usualLimit,
}: AskedDirectory): DirectoryQuery {
  const words = q
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords);
  return { words, kind: kind ?? null, api: api ?? null, category: category ?? null, after: cursor ?? null, limit };
}
