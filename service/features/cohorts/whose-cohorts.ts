import type { Database } from '../../platform/database/index.ts';
import type { CohortTables } from './tables.ts';

/** For other features that are for a cohort: which there are, and who is in them. */
export interface WhoseCohorts {
  /** Whether there is one of this id that is under way. */
  has(cohort: string): Promise<boolean>;
  /** The ids of those that one of the organizations is in. */
  of(organizations: readonly string[]): Promise<readonly string[]>;
}

export function whoseCohorts(database: Database): WhoseCohorts {
  const db = database.db.withTables<CohortTables>();
  return {
    async has(cohort) {
      const query = db.selectFrom('cohorts').select('id').where('id', '=', cohort).where('archived_at', 'is', null);
      return (await query.executeTakeFirst()) !== undefined;
    },
    async of(organizations) {
      if (organizations.length === 0) return [];
      const query = db.selectFrom('cohort_members').select('cohort').distinct();
      return (await query.where('organization', 'in', [...organizations]).execute()).map(({ cohort }) => cohort);
    },
  };
}
