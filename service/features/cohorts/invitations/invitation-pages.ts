import { escape, type Page } from '../../../platform/pages/page.ts';
import type { Membership } from './own-organizations.ts';
import type { Invitation } from './invitation.ts';

type Shown = Pick<Invitation, 'cohortName' | 'organizationName' | 'email' | 'token'>;

/** The page's words for one who may accept by a press: a program that looks at mails first accepts nothing. */
export function acceptPage(invitation: Shown, owned: readonly Membership[]): Page {
  const { organizationName } = invitation;
  const others = owned.map(({ id, name }) => button(id, `Take part with ${name}`, '')).join('\n');
  const also = owned.length === 0 ? '' : ' You can also take part with an organization that you own already.';
  return {
    title: title(invitation),
    body: `<p>${escape(organizationName)} is invited. Whoever accepts first owns it here, colleagues join it.${also}</p>
<form method="post">${named(invitation)}${button('new', `Accept for ${organizationName}`, ' class="main" autofocus')}
${others}</form>`,
  };
}

/** For one who is not signed in. */
export function signInFirstPage(invitation: Shown): Page {
  return {
    title: title(invitation),
    body: `<p>${escape(invitation.organizationName)} is invited. Sign in with <code>${escape(invitation.email)}</code> to accept. If you have no account yet, the link makes you one.</p>
<form method="post">${named(invitation)}<button class="main" name="do" value="link" autofocus>Send me a link to sign in</button></form>
<p><br>You are signed in after it, and back here. If you would rather use a password, sign in first and open the invitation once more.</p>`,
  };
}

export function linkSentPage({ email }: Shown): Page {
  return {
    title: 'Look into your mail',
    body: `<p>A link to sign in went to <code>${escape(email)}</code>. It works for 15 minutes, and leads back to your invitation.</p>`,
  };
}

/** For one who is signed in with another address. */
export function otherPersonPage(invitation: Shown, email: string, site: string): Page {
  return {
    title: 'This invitation is for somebody else',
    body: `<p role="alert">It is for <code>${escape(invitation.email)}</code>, and you are signed in as <code>${escape(email)}</code>.</p>
<p>Sign out <a href="${escape(site)}/account">at your account</a> and open the mail’s link again, or ask for an invitation to your address.</p>`,
  };
}

export function closedPage(site: string): Page {
  return {
    title: 'The invitation does not stand any more',
    body: `<p role="alert">It was accepted or withdrawn, or it is older than 14 days. Ask whoever invited you for a new one.</p>
<p><a href="${escape(site)}/launch">Your way to launch</a></p>`,
  };
}

export function fullPage(site: string): Page {
  return {
    title: 'There is no place for one more',
    body: `<p role="alert">You belong to as many organizations as may be, or yours has as many members as may be. Leave one first, then open the mail’s link again.</p>
<p><a href="${escape(site)}/organization">Your organizations</a></p>`,
  };
}

const title = ({ cohortName }: Shown) => `Take part in ${cohortName}`;

const named = ({ token }: Shown) => `<input type="hidden" name="token" value="${escape(token)}">`;

const button = (value: string, words: string, more: string) =>
  `<button${more} name="do" value="${escape(value)}">${escape(words)}</button>`;
