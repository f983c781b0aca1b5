import { escape, type Page } from '../../../platform/pages/page.ts';
import { passwordCharacters } from '../identity/password-characters.ts';

/** A press is needed, so that a program that looks at mails first does not use the link up. */
function pressPage(title: string, words: string, button: string, token: string, to = ''): Page {
  return {
    title,
    body: `<p>${escape(words)}</p>
<form method="post"><input type="hidden" name="token" value="${escape(token)}">${to === '' ? '' : `<input type="hidden" name="to" value="${escape(to)}">`}<button class="main" autofocus>${escape(button)}</button></form>`,
  };
}

export const confirmPage = (token: string): Page =>
  pressPage('Confirm your address', 'This confirms that the address is yours.', 'Confirm', token);

export const signInPage = (portal: string, token: string, to: string): Page =>
  pressPage(`Sign in to ${portal}`, 'The link works once.', 'Sign in', token, to);

export function passwordPage(token: string, fault: string | null): Page {
  const { fewest, most } = passwordCharacters;
  return {
    title: 'Choose a new password',
    body: `${fault === null ? '' : `<p role="alert">${escape(fault)}</p>`}
<p>At least ${fewest} characters; a sentence that only you know is good. All other sessions end.</p>
<form method="post"><input type="hidden" name="token" value="${escape(token)}">
<input type="password" name="password" aria-label="New password" autocomplete="new-password" minlength="${fewest}" maxlength="${most}" required autofocus>
<button class="main">Change the password</button></form>`,
  };
}

export function refusedPage(title: string, detail: string, signIn: string): Page {
  return { title, body: `<p role="alert">${escape(detail)}</p><p><a href="${escape(signIn)}">Sign in</a></p>` };
}
