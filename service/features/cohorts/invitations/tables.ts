import type { Kysely } from 'kysely';
import type { CohortTables } from '../tables.ts';

export interface InvitationsTable {
  id: string;
  cohort: string;
  email: string;
  organization_name: string;
  person_name: string;
  token_hash: string;
  token_sealed: string;
  state: string;
  invited_by: string;
  created_at: string;
  expires_at: string;
  opened_at: string | null;
  accepted_at: string | null;
  accepted_by: string | null;
  organization: string | null;
  mail: string;
  mail_state: string;
  mail_error: string | null;
}

export type InvitationTables = CohortTables &
  Record<'cohort_invitations', InvitationsTable> &
  Record<'members', { organizationId: string; userId: string }> &
  Record<'account_people', { id: string; email: string }>;

export type InvitationDb = Kysely<InvitationTables>;
