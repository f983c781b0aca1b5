import { escape, type Page } from '../../../platform/pages/page.ts';
import type { Invitation } from './invitation.ts';

/** The page's words for one who may answer by a press: a program that looks at mails first answers nothing. */
export function answerPage(invitation: Invitation): Page {
  return {
    title: title(invitation),
    body: `<p>${invited(invitation)} ${whatRoleMay[invitation.role]}</p>
<form method="post">${named(invitation)}<button class="main" name="do" value="accept" autofocus>Accept</button>
<button name="do" value="decline">Decline</button></form>`,
  };
}

/** For one who is not signed in. */
export function signInFirstPage(invitation: Invitation, site: string): Page {
  return {
    title: title(invitation),
    body: `<p>${invited(invitation)} Sign in with <code>${escape(invitation.email)}</code> to answer. If you have no account yet, the link makes you one.</p>
<form method="post">${named(invitation)}<button class="main" name="do" value="link" autofocus>Send me a link to sign in</button></form>
<p><br>You have a password? <a href="${escape(site)}/sign-in?to=/organization">Sign in</a>; the invitation waits for you there.</p>`,
  };
}

export function linkSentPage({ email }: Invitation): Page {
  return {
    title: 'Look into your mail',
    body: `<p>A link to sign in went to <code>${escape(email)}</code>. It works for 15 minutes. Your invitation waits for you when you are signed in.</p>`,
  };
}

/** For one who is signed in with another address. */
export function otherPersonPage(invitation: Invitation, email: string, site: string): Page {
  return {
    title: 'This invitation is for somebody else',
    body: `<p role="alert">It is for <code>${escape(invitation.email)}</code>, and you are signed in as <code>${escape(email)}</code>.</p>
<p>Sign out <a href="${escape(site)}/account">at your account</a> and open the mail’s link again, or ask for an invitation to your address.</p>`,
  };
}

export function closedPage(site: string): Page {
  return {
    title: 'The invitation does not stand any more',
    body: `<p role="alert">It was answered, cancelled or replaced by a newer one, or it is older than 14 days. Ask whoever invited you for a new one.</p>
<p><a href="${escape(site)}/organization">Your organizations</a></p>`,
  };
}

export function declinedPage(site: string): Page {
  return {
    title: 'Declined',
    body: `<p>Nobody expects you any more.</p><p><a href="${escape(site)}/">To the portal</a></p>`,
  };
}

const whatRoleMay = {
  owner: 'An owner decides who belongs to it.',
  developer: 'A developer makes keys and builds.',
  viewer: 'A viewer looks, and changes nothing.',
} as const;

const title = ({ organizationName }: Invitation) => `Join ${organizationName}`;

const named = ({ id }: Invitation) => `<input type="hidden" name="id" value="${escape(id)}">`;

function invited({ invitedBy, organizationName, role }: Invitation): string {
  return `${escape(invitedBy)} invites you to join ${escape(organizationName)} as ${role === 'owner' ? 'an' : 'a'} ${role}.`;
}
