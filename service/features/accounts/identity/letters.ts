import { type MailRoom, letterLine } from '../../../platform/mail/index.ts';

export interface Person {
  readonly name: string;
  readonly email: string;
}

/** What the portal writes to people about their account. */
export interface Letters {
  /** The portal's name. */
  readonly portal: string;
  confirmAddress(person: Person, token: string): Promise<void>;
  alreadyHere(person: Person): Promise<void>;
  /** `to`: the page of the service that the link leads to. */
  signInLink(email: string, token: string, to?: unknown): Promise<void>;
  resetPassword(person: Person, token: string): Promise<void>;
  invitation(email: string, invitation: { id: string; organization: string; inviter: string }): Promise<void>;
}

/**
 * Plain text, one link each, and always: what to do if one did not ask. Links lead to pages where a press is needed, so that
 * a program that looks at mails first uses nothing up. `confirmHours` and the like are told as the routes keep them.
 */
export function letters(deps: {
  readonly portal: string;
  /** Where the service's pages are, and the site's. */
  readonly service: string;
  readonly site: string;
  readonly times: { readonly confirmHours: number; readonly linkMinutes: number };
  readonly send: MailRoom['send'];
}): Letters {
  const { portal, service, site, times, send } = deps;
  const link = (page: string, token: string) => `${service}/account/${page}?token=${encodeURIComponent(token)}`;
  const write = (to: string, subject: string, paragraphs: readonly string[]) =>
    send({ to, subject: letterLine(subject), text: `${paragraphs.join('\n\n')}\n` });

  return {
    portal,
    confirmAddress: ({ name, email }, token) =>
      write(email, `Confirm your address for ${portal}`, [
        `Hello ${letterLine(name)},`,
        `confirm that this is your address, for ${portal}'s developer portal:`,
        link('confirm', token),
        `The link works once, for ${times.confirmHours} hours.`,
        'If you did not sign up, ignore this mail: nothing happens.',
      ]),
    alreadyHere: ({ name, email }) =>
      write(email, `You already have an account with ${portal}`, [
        `Hello ${letterLine(name)},`,
        `somebody, probably you, tried to sign up for ${portal}'s developer portal with this address. You have an account already:`,
        `${site}/sign-in`,
        'If you forgot your password, get a link to sign in there. If it was not you, ignore this mail: nothing has changed.',
      ]),
    signInLink: (email, token, to) =>
      write(email, `Sign in to ${portal}`, [
        `Open this link to sign in to ${portal}'s developer portal:`,
        typeof to === 'string' ? `${link('link', token)}&to=${encodeURIComponent(to)}` : link('link', token),
        `It works once, for ${times.linkMinutes} minutes.`,
        'If you did not ask for it, ignore this mail: nothing happens.',
      ]),
    resetPassword: ({ name, email }, token) =>
      write(email, `Choose a new password for ${portal}`, [
        `Hello ${letterLine(name)},`,
        `choose a new password for ${portal}'s developer portal here:`,
        link('password', token),
        'The link works once, for an hour. All other sessions end when you use it.',
        'If you did not ask for it, ignore this mail: your password stays as it is.',
      ]),
    invitation: (email, { id, organization, inviter }) =>
      write(email, `Join ${organization} on ${portal}`, [
        `${letterLine(inviter)} invites you to join ${letterLine(organization)} on ${portal}'s developer portal:`,
        `${service}/account/invitation?id=${encodeURIComponent(id)}`,
        'Sign in or sign up with this address to accept. The invitation stands for 14 days.',
        'If you do not know who this is, ignore this mail.',
      ]),
  };
}
