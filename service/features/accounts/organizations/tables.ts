import type { Kysely } from 'kysely';

/** Times are text on SQLite and dates on PostgreSQL. */
type Time = string | Date;

interface OrganizationsTable {
  id: string;
  name: string;
  slug: string;
  createdAt: Time;
}

interface MembersTable {
  id: string;
  organizationId: string;
  userId: string;
  role: string;
  createdAt: Time;
}

interface InvitationsTable {
  id: string;
  organizationId: string;
  email: string;
  role: string;
  status: string;
  inviterId: string;
  expiresAt: Time;
  createdAt: Time;
}

export type OrganizationDb = Kysely<OrganizationTables>;

/** The library's names for its columns: see `migrations.ts`. */
export type OrganizationTables = Record<'organizations', OrganizationsTable> &
  Record<'members', MembersTable> &
  Record<'invitations', InvitationsTable> &
  Record<'account_people', { id: string; name: string; email: string }> &
  Record<'account_sessions', { id: string; userId: string; activeOrganizationId: string | null }>;
