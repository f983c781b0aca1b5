import { escape, type Page } from '../../../platform/pages/page.ts';

/** An error that cannot be sent back to the client (RFC 6749 §4.1.2.1): nobody is redirected anywhere. */
export function errorPage(code: string, words: string | undefined): Page {
  return {
    title: 'This request for access cannot be answered',
    body: `<p>${escape(words ?? 'Start again from the console.')}</p><p><code>${escape(code)}</code></p>`,
  };
}
