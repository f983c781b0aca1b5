import type { RequestDescription } from './request-description';

/** Stands for the key where a request is shown: an address or header can be read out loud with it. */
export const maskedKey = 'YOUR_KEY';

/**
 * The request as a curl command for a POSIX shell, one option a line. `origin` completes an address that has none. Every
 * value is quoted, so that nothing in it can reach the shell.
 */
export function toCurl(request: RequestDescription, origin: string): string {
  const url = request.url.startsWith('/') ? origin + request.url : request.url;
  const lines = [`curl ${methodOption(request)}${shellQuote(url)}`];
  if (/[[\]{}]/.test(url)) lines.push('--globoff');
  if (request.user !== null) lines.push(`--user ${shellQuote(`${request.user}:`)}`);
  // `Name;` is curl's way to write a header without a value; `Name:` would leave it out.
  for (const [name, value] of request.headers) {
    lines.push(`--header ${shellQuote(value === '' ? `${name};` : `${name}: ${value}`)}`);
  }
  if (request.cookies.length > 0) lines.push(`--cookie ${shellQuote(request.cookies.join('; '))}`);
  if (request.content.kind === 'text') lines.push(`--data-raw ${shellQuote(request.content.text)}`);
  if (request.content.kind === 'parts') {
    for (const [name, value] of request.content.parts) lines.push(`--form-string ${shellQuote(`${name}=${value}`)}`);
  }
  return lines.join(' \\\n  ');
}

/** One word of a POSIX shell (XCU §2.2.2): nothing is special within single quotes, and a quote is written `'\''`. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function methodOption({ method, content }: RequestDescription): string {
  if (method === 'HEAD') return '--head ';
  const implied = content.kind === 'none' ? 'GET' : 'POST';
  return method === implied ? '' : `--request ${method} `;
}
