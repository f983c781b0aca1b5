/** Times are text on SQLite and dates on PostgreSQL. */
type Time = string | Date;

/** The library's names for its columns: see `migrations.ts`. */
export type AccountTables = Record<
  'account_people',
  { id: string; name: string; email: string; emailVerified: boolean | number; createdAt: Time; updatedAt: Time }
> &
  Record<
    'account_sessions',
    { id: string; userId: string; userAgent: string | null; createdAt: Time; updatedAt: Time; expiresAt: Time }
  > &
  Record<'account_identities', { userId: string; providerId: string; password: string | null; createdAt: Time }> &
  Record<'account_second_factors', { userId: string; verified: boolean | number | null }> &
  Record<'members', { organizationId: string; userId: string; role: string }> &
  Record<'organizations', { id: string; name: string }> &
  Record<'audit_events', { person: string | null; organization: string | null }>;
