export interface ListingRow {
  organization: string;
  tag: string;
  state: string;
  draft: string;
  approved: string | null;
  approved_at: string | null;
  seen_apis: string;
  slug: string | null;
  note: string | null;
  changed_at: string;
  submitted_at: string | null;
  announced_at: string | null;
  kind: string | null;
  apis: string;
  categories: string;
  words: string;
}

interface LogoRow {
  organization: string;
  hash: string;
  type: string;
  width: number;
  height: number;
  bytes: string;
  is_approved: number;
}

/** Beside its own: names of organizations (accounts), and which have launched (keys). Both are only read. */
export type ListingTables = Record<'listings', ListingRow> &
  Record<'listing_logos', LogoRow> &
  Record<'organizations', { id: string; name: string }> &
  Record<'key_launches', { organization: string; launched_at: string }>;
