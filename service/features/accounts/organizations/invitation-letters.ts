import { type OwnAddress } from '../../../platform/own-address.ts';
import type { Letters } from '../identity/letters.ts';
import type { Invitation } from './invitation.ts';

/** Counts a mail; throws `rate-limited` beyond the limit. */
export type CountMail = (name: string) => Promise<void>;

export interface InvitationLetters {
  /** Counts a mail of this organization to this address: nobody is written to more often than is good. */
  count(organization: string, email: string): Promise<void>;
  send(invitation: Invitation, address: OwnAddress): Promise<void>;
}

export function invitationLetters(deps: {
  readonly lettersAt: (address: OwnAddress) => Pick<Letters, 'invitation'>;
  readonly countOfOrganization: CountMail;
  readonly countToAddress: CountMail;
}): InvitationLetters {
  return {
    async count(organization, email) {
      await deps.countToAddress(email.trim().toLowerCase());
      await deps.countOfOrganization(organization);
    },
    send: ({ id, email, organizationName: organization, invitedBy: inviter }, address) =>
      deps.lettersAt(address).invitation(email, { id, organization, inviter }),
  };
}
