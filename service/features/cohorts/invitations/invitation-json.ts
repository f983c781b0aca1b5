import type { SheetFault } from '../csv/sheet.ts';
import { type Invitation, isOpen, stateOf } from './invitation.ts';
import { invitationAddress } from './invitation-letter.ts';
import type { RowOutcome } from './invitation-store.ts';
import type { InvitedRow } from './invited-row.ts';
import type { InvitedSheet } from './read-invited.ts';

/** As staff see it; with its link, for whom the mail does not reach. */
export function invitationJson(invitation: Invitation, service: string, now: Date) {
  const { id, email, organizationName, personName, organization, token, mail } = invitation;
  return {
    ...{ id, email, organization: organizationName, name: personName === '' ? null : personName },
    state: stateOf(invitation, now),
    mail_error: mail.error,
    organization_id: organization,
    created_at: invitation.createdAt.toISOString(),
    expires_at: invitation.expiresAt.toISOString(),
    opened_at: invitation.openedAt?.toISOString() ?? null,
    accepted_at: invitation.acceptedAt?.toISOString() ?? null,
    link: isOpen(invitation, now) ? invitationAddress(service, token) : null,
  };
}

/** What a file comes to, row by row. */
export function reportJson(
  { rows, faults, ignored }: InvitedSheet,
  outcomes: ReadonlyMap<string, RowOutcome>,
  isPreview: boolean,
) {
  const data = rows.map((row) => ({ ...rowJson(row), outcome: outcomes.get(row.email) ?? 'new' }));
  const { new: fresh = [] } = Object.groupBy(data, ({ outcome }) => outcome);
  return {
    ...{ preview: isPreview, invited: fresh.length, skipped: data.length - fresh.length, data },
    ...{ faults: faults.map(faultJson), ignored_columns: ignored },
  };
}

const rowJson = ({ line, email, organization, name }: InvitedRow) => ({
  ...{ line, email, organization },
  name: name === '' ? null : name,
});

const faultJson = ({ line, column, message, remedy }: SheetFault) => ({ line, column, message, remedy });
