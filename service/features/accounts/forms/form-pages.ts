import { escape, type Page } from '../../../platform/pages/page.ts';
import type { ApiAnswer } from './ask-api.ts';

export function mailPage(email: string, purpose: string): Page {
  return { title: 'Check your mail', body: `<p>A mail is on its way to ${escape(email)}. ${escape(purpose)}</p>` };
}

/** The second of two steps; whoever lost the app gives a backup code in its place. */
export const codePage = (fault: string | null, back: string): Page => ({
  title: 'Enter the code',
  body: `${fault === null ? '' : `<p role="alert">${escape(fault)}</p>`}
<p>The six digits that your app shows now, or one of your backup codes.</p>
<form method="post" action="/account/sign-in/code"><input type="text" name="code" aria-label="Code" autocomplete="one-time-code" maxlength="40" required autofocus>
<button class="main">Sign in</button></form>
<p><a href="${escape(back)}">Begin again</a></p>`,
});

/** Why it did not work, each wrong place, and the way back to the form. */
export function problemPage({ body }: ApiAnswer, back: string): Page {
  const title = typeof body.title === 'string' ? body.title : 'It did not work';
  const places = Array.isArray(body.errors) ? (body.errors as { at: string; message: string }[]) : [];
  const lines = places.map(({ at, message }) => `<li>${escape(at.slice(1))} ${escape(message)}</li>`);
  const detail =
    typeof body.detail === 'string' && lines.length === 0 ? `<p role="alert">${escape(body.detail)}</p>` : '';
  const list = lines.length === 0 ? '' : `<ul role="alert">${lines.join('')}</ul>`;
  return { title, body: `${detail}${list}<p><a href="${escape(back)}">Back to the form</a></p>` };
}
