import { letterLine } from '../../../platform/mail/index.ts';
import type { WriteLetter } from './invitation-store.ts';

/** Writes invitations into one cohort: plain text, one link, and what to do for whom it means nothing. */
export function invitationLetter(of: {
  /** The portal's name. */
  readonly portal: string;
  /** Where the service's pages are. */
  readonly service: string;
  readonly cohort: string;
  /** The name of who invites. */
  readonly inviter: string;
}): WriteLetter {
  const { portal, service, inviter } = of;
  const cohort = letterLine(of.cohort);
  return ({ email, organization, name }, token) => ({
    to: email,
    subject: `${letterLine(organization)}: take part in ${cohort} on ${portal}`,
    text: `${[
      name === '' ? 'Hello,' : `Hello ${letterLine(name)},`,
      `${letterLine(inviter)} of ${portal} invites ${letterLine(organization)} to take part in ${cohort}:`,
      invitationAddress(service, token),
      'Open the link, and sign in or sign up with this address. You then act for your organization, and find the steps to its launch.',
      'The invitation stands for 14 days, and only for this address.',
      'If you do not know what this is about, ignore this mail: nothing happens.',
    ].join('\n\n')}\n`,
  });
}

export const invitationPath = (token: string): string => `/account/cohort-invitation?token=${token}`;

export const invitationAddress = (service: string, token: string): string => service + invitationPath(token);
