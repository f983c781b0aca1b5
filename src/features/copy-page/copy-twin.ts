import { copyText } from '../../ui';

/** Fetches a page's Markdown twin and puts it on the clipboard; false where either cannot be done. */
export async function copyTwin(href: string): Promise<boolean> {
  const text = fetchTwin(href);
  try {
    // Safari lets only that write which began with the press; what is written may follow.
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
    return true;
  } catch {
    return text.then(copyText, () => false);
  }
}

async function fetchTwin(href: string): Promise<string> {
  const answer = await fetch(href);
  // A development server answers with its own page where nothing is.
  if (!answer.ok || answer.headers.get('content-type')?.includes('html')) throw new Error(`${href} is not there.`);
  return answer.text();
}
