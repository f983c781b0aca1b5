import { escape, type Page } from '../../../platform/pages/page.ts';

export interface ConsentWords {
  readonly clientName: string;
  readonly api: string;
  readonly organization: string;
  readonly scopes: readonly (readonly [name: string, text: string])[];
  /** Where the two answers go. */
  readonly action: string;
}

/** What a person agrees to: who asks, for which scopes of which API, in whose sandbox. */
export function consentPage({ clientName, api, organization, scopes, action }: ConsentWords): Page {
  const asked = scopes.map(([name, text]) => `<li><code>${escape(name)}</code><span>${escape(text)}</span></li>`);
  return {
    title: `Let ${clientName.charAt(0).toLowerCase()}${clientName.slice(1)} into your sandbox?`,
    body: `<p>It asks for ${asked.length === 0 ? 'nothing but to know that you are here' : 'this'} in <strong>${escape(api)}</strong>,
in the sandbox of <code>${escape(organization)}</code>. Nothing there is real.</p>
${asked.length === 0 ? '' : `<ul>${asked.join('')}</ul>`}
<form method="post" action="${escape(action)}">
<button class="main" type="submit" name="answer" value="allow">Allow</button>
<button type="submit" name="answer" value="deny">Deny</button>
</form>`,
  };
}

/** Nobody to ask: this browser has no guest, or another one than the client's. */
export function strangerPage(): Page {
  return {
    title: 'This access is for another guest',
    body: `<p>The app that asks belongs to a guest that this browser does not know. Start again from the portal’s console, in the
browser where you use it.</p><p><a href="">Look again</a></p>`,
  };
}
