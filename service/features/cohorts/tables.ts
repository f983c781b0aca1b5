interface CohortsTable {
  id: string;
  name: string;
  description: string;
  journey: string;
  starts_on: string | null;
  ends_on: string | null;
  launch_on: string | null;
  created_by: string;
  created_at: string;
  archived_at: string | null;
}

interface MembersTable {
  cohort: string;
  organization: string;
  joined_at: string;
}

/** Times are ISO 8601 text on both databases. */
export type CohortTables = Record<'cohorts', CohortsTable> &
  Record<'cohort_members', MembersTable> &
  Record<'organizations', { id: string; name: string }>;
