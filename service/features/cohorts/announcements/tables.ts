import type { CohortTables } from '../tables.ts';

export interface AnnouncementRow {
  id: string;
  cohort: string;
  draft: string;
  subject: string;
  text: string;
  created_by: string;
  created_at: string;
}

export type AnnouncementTables = CohortTables &
  Record<'cohort_announcements', AnnouncementRow> &
  Record<
    'cohort_announcement_mails',
    { announcement: string; person: string; mail: string; mail_state: string; mail_error: string | null }
  > &
  Record<'cohort_announcement_reads', { announcement: string; person: string; read_at: string }> &
  Record<'members', { organizationId: string; userId: string }> &
  Record<'account_people', { id: string; name: string; email: string; emailVerified: boolean | number }>;
