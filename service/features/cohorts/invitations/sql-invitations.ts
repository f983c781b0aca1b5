import type { Seal } from '../../../platform/secret/index.ts';
import type { Invitation } from './invitation.ts';
import type { RowOutcome } from './invitation-store.ts';
import type { InvitedRow } from './invited-row.ts';
import type { InvitationDb } from './tables.ts';

/** Invitations with the names of their cohorts. */
export function all(db: InvitationDb) {
  return db
    .selectFrom('cohort_invitations')
    .innerJoin('cohorts', 'cohorts.id', 'cohort_invitations.cohort')
    .selectAll('cohort_invitations')
    .select('cohorts.name as cohort_name');
}

type Row = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>;

export function toInvitation(row: Row, seal: Seal): Invitation {
  const at = (time: string | null) => (time === null ? null : new Date(time));
  return {
    ...{ id: row.id, cohort: row.cohort, cohortName: row.cohort_name, email: row.email },
    ...{ organizationName: row.organization_name, personName: row.person_name, organization: row.organization },
    token: seal.open(row.token_sealed),
    kept: row.state as Invitation['kept'],
    createdAt: new Date(row.created_at),
    expiresAt: new Date(row.expires_at),
    openedAt: at(row.opened_at),
    acceptedAt: at(row.accepted_at),
    mail: { state: row.mail_state as Invitation['mail']['state'], error: row.mail_error },
  };
}

/** What the addresses of rows are to a cohort. */
export async function knownAddresses(
  db: InvitationDb,
  cohort: string,
  rows: readonly InvitedRow[],
): Promise<ReadonlyMap<string, RowOutcome>> {
  const emails = rows.map(({ email }) => email);
  if (emails.length === 0) return new Map();
  const invited = await db
    .selectFrom('cohort_invitations')
    .where('cohort', '=', cohort)
    .where('email', 'in', emails)
    .select('email')
    .execute();
  const members = await db
    .selectFrom('cohort_members')
    .innerJoin('members', 'members.organizationId', 'cohort_members.organization')
    .innerJoin('account_people', 'account_people.id', 'members.userId')
    .where('cohort', '=', cohort)
    .where('account_people.email', 'in', emails)
    .select('account_people.email')
    .execute();
  const outcomes = new Map<string, RowOutcome>(emails.map((email) => [email, 'new']));
  for (const { email } of members) outcomes.set(email, 'member');
  for (const { email } of invited) outcomes.set(email, 'invited');
  return outcomes;
}
