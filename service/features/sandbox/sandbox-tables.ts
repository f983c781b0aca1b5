import type { Kysely } from 'kysely';

interface SpaceColumns {
  organization: string;
  api: string;
  version: string;
}

interface SpacesTable extends SpaceColumns {
  generation: string;
  has_examples: number;
  clock_offset_ms: number;
  changed_at: string;
}

interface RowsTable {
  generation: string;
  collection: string;
  id: string;
  position: number;
  value: string | null;
}

interface CollectionsTable {
  generation: string;
  collection: string;
  /** Rows that were created and not removed. */
  created: number;
  /** Of what was there from the start, how many were removed. */
  removed: number;
  last_position: number;
  /** Characters of all values. */
  bytes: number;
  changed_at: string;
}

interface SnapshotsTable extends SpaceColumns {
  id: string;
  name: string;
  reason: string;
  generation: string;
  has_examples: number;
  clock_offset_ms: number;
  items: number;
  bytes: number;
  taken_at: string;
}

interface AnswersTable extends SpaceColumns {
  key: string;
  fingerprint: string;
  status: number;
  headers: string;
  body: string | null;
  answered_at: string;
}

/** Generations that nothing points to, or that are being copied: removed when they have been so for a while. */
interface LeftoversTable {
  generation: string;
  since: string;
}

export type SandboxTables = Record<'sandbox_spaces', SpacesTable> &
  Record<'sandbox_rows', RowsTable> &
  Record<'sandbox_collections', CollectionsTable> &
  Record<'sandbox_snapshots', SnapshotsTable> &
  Record<'sandbox_answers', AnswersTable> &
  Record<'sandbox_leftovers', LeftoversTable>;

export type SandboxDb = Kysely<SandboxTables>;
