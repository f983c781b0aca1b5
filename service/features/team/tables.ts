/** Times are text on SQLite and dates on PostgreSQL. */
type Time = string | Date;

export interface StandingsTable {
  organization: string;
  journey: string;
  step: string | null;
  since: string;
  proven: number;
  is_complete: number;
  reviews: number;
  missing: string | null;
}

export interface NotesTable {
  id: string;
  organization: string;
  text: string;
  version: number;
  author: string;
  author_name: string;
  created_at: string;
  edited_by: string | null;
  edited_at: string | null;
}

interface ExchangesTable {
  id: string;
  at: string;
  api: string;
  version: string;
  operation: string | null;
  organization: string | null;
  environment: string | null;
  method: string;
  path: string;
  status: number;
  problem: string | null;
  findings: string;
}

/** What the team keeps. */
export type TeamTables = Record<'team_standings', StandingsTable> &
  Record<'team_first_calls', { organization: string; at: string }> &
  Record<'team_notes', NotesTable>;

/** What the team only reads: tables of other features, and of those the columns that it shows. Nothing here writes to them. */
export type ReadTables = TeamTables &
  Record<'organizations', { id: string; name: string; createdAt: Time }> &
  Record<'members', { id: string; organizationId: string; userId: string; role: string; createdAt: Time }> &
  Record<'account_people', { id: string; name: string; email: string }> &
  Record<'key_launches', { organization: string; launched_at: string }> &
  Record<'journey_records', { organization: string; journey: string; step: string; at: string; is_proven: number }> &
  Record<'cohorts', { id: string; name: string }> &
  Record<'cohort_members', { cohort: string; organization: string; joined_at: string }> &
  Record<'cohort_announcements', { cohort: string; subject: string; created_by: string; created_at: string }> &
  Record<'exchanges', ExchangesTable>;

export const isoTime = (time: Time): string => new Date(time).toISOString();
