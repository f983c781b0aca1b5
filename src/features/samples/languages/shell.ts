import type { RequestContent, RequestDescription, RequestPart } from '../../console/request';

/** Linux takes 128 KiB an argument, together with its name. */
const LONGEST_ARGUMENT = 100_000;

/**
 * curl in a POSIX shell, one option a line. Every value is quoted, so that nothing in it can reach the shell. What no
 * argument can hold (a null byte, a very long text) comes through a pipe.
 */
export function writeShell(request: RequestDescription): string {
  const { url, content } = request;
  const isPiped = content.kind === 'text' && !fitsArgument(content.text);
  const lines = [`curl ${methodOption(request)}${shellQuote(url)}`];
  if (/[[\]{}]/.test(url)) lines.push('--globoff');
  if (request.user !== null) lines.push(`--user ${shellQuote(`${request.user}:`)}`);
  // `Name;` is curl's way to write a header without a value; `Name:` would leave it out.
  for (const [name, value] of request.headers) {
    lines.push(`--header ${shellQuote(value === '' ? `${name};` : `${name}: ${value}`)}`);
  }
  if (request.cookies.length > 0) lines.push(`--cookie ${shellQuote(request.cookies.join('; '))}`);
  lines.push(...(isPiped ? ['--data-binary @-'] : contentOptions(content)));
  const command = lines.join(' \\\n  ');
  return isPiped ? `printf ${shellQuote(printfFormat(content.text))} | ${command}` : command;
}

/** One word of a POSIX shell (XCU §2.2.2): nothing is special within single quotes, and a quote is written `'\''`. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function contentOptions(content: RequestContent): readonly string[] {
  switch (content.kind) {
    case 'none':
      return [];
    case 'text':
      return [`--data-raw ${shellQuote(content.text)}`];
    case 'file':
      return [`--data-binary ${shellQuote(`@${content.fileName}`)}`];
    case 'parts':
      return content.parts.map(formOption);
  }
}

/** A part with a type of its own is in curl's quotes, in which `;`, `@` and `<` at its beginning mean nothing. */
function formOption([name, value, fileName, , type]: RequestPart): string {
  const words = type === undefined ? '' : `;type=${type}`;
  if (fileName !== undefined) return `--form ${shellQuote(`${name}=@${fileName}${words}`)}`;
  if (type === undefined) return `--form-string ${shellQuote(`${name}=${value}`)}`;
  return `--form ${shellQuote(`${name}="${value.replaceAll(/["\\]/g, String.raw`\$&`)}"${words}`)}`;
}

function fitsArgument(text: string): boolean {
  return !text.includes('\0') && text.length * 3 <= LONGEST_ARGUMENT;
}

/** XCU `printf`: `%` and `\` are special in its format, which can name a null byte. */
function printfFormat(text: string): string {
  return text
    .replaceAll('%', '%%')
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('\0', String.raw`\000`);
}

function methodOption({ method, content }: RequestDescription): string {
  if (method === 'HEAD') return '--head ';
  const implied = content.kind === 'none' ? 'GET' : 'POST';
  return method === implied ? '' : `--request ${method} `;
}
