import { escape, type Page } from '../../../platform/pages/page.ts';

/** Where a person types the code that their device shows (RFC 8628 §3.3). `form` is the authorization server's own. */
export function codeInputPage(form: string, isWrong: boolean): Page {
  const words = isWrong
    ? 'There is no such code, or its time is over. Try again.'
    : 'Type the code that your device shows.';
  return {
    title: 'Connect a device',
    body: `<p role="${isWrong ? 'alert' : 'note'}">${words}</p>
${labelled(form)}
<form><button class="main" type="submit" form="op.deviceInputForm">Continue</button></form>`,
  };
}

/** RFC 8628 §5.4: the code is shown again, so that nobody confirms a stranger's device. */
export function codeConfirmPage(form: string, code: string): Page {
  return {
    title: 'Is this the code on your device?',
    body: `<p class="code"><code>${escape(code)}</code></p>
<p>If your device shows something else, or you did not start this, stop here.</p>
${form}
<p><button class="main" type="submit" form="op.deviceConfirmForm" autofocus>It is the same</button>
<button type="submit" form="op.deviceConfirmForm" value="yes" name="abort">Stop</button></p>`,
  };
}

export function donePage(): Page {
  return { title: 'Your device is connected', body: '<p>You can close this page.</p>' };
}

/** The library's field has no name of its own, and a script that our policy forbids. */
function labelled(form: string): string {
  return form.replace(/ onfocus="[^"]*"/, '').replace('type="text"', 'type="text" aria-label="Code"');
}
