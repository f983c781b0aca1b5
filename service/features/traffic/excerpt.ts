import { isSecretName, redacted, redactText, redactValue } from './redact.ts';

type Headers = Readonly<Record<string, string | readonly string[] | number | undefined>>;

/** One message, as far as it is known. */
export interface ExcerptedMessage {
  /** `POST /credential-offers`, or `502`. */
  readonly line: string;
  readonly headers: Headers;
  readonly body:
    | { readonly kind: 'none' }
    | { readonly kind: 'value'; readonly value: unknown }
    | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
    /** It went by unread, or was not read at all. */
    | { readonly kind: 'unread' };
  /** Headers that are secrets by the contract, in lower case. */
  readonly secretHeaders?: ReadonlySet<string>;
}

const longestHead = 2048;
const longestBody = 4096;

/** A message as text, without secrets: at most 6 KB, however long it was. */
export function excerptOf({ line, headers, body, secretHeaders }: ExcerptedMessage): string {
  const isSecret = (name: string): boolean => isSecretName(name) || secretHeaders?.has(name.toLowerCase()) === true;
  const fields = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [`${name}: ${isSecret(name) ? redacted : redactText([value].flat().join(', ').slice(0, 500))}`],
  );
  const head = cut([redactText(line), ...fields].join('\n'), longestHead);
  const text = cut(bodyText(body, String(headers['content-type'] ?? '')), longestBody);
  return storable(text === '' ? head : `${head}\n\n${text}`);
}

function bodyText(body: ExcerptedMessage['body'], type: string): string {
  if (body.kind === 'none') return '';
  if (body.kind === 'unread') return '[not kept]';
  if (body.kind === 'value') return valueText(body.value);
  if (body.bytes.length === 0) return '';
  const text = Buffer.from(body.bytes.buffer, body.bytes.byteOffset, Math.min(body.bytes.length, longestBody * 4));
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) return formText(text.toString('utf8'));
  if (/^(?:text\/|application\/(?:.*\+)?(?:json|xml)\b)/i.test(type))
    return redactPairs(redactText(text.toString('utf8')));
  return `[${body.bytes.length} bytes${type === '' ? '' : ` of ${type.slice(0, 100)}`}]`;
}

function valueText(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return redactText(value.slice(0, longestBody));
  if (value instanceof Uint8Array) return `[${value.length} bytes]`;
  return JSON.stringify(redactValue(value), null, 2);
}

function formText(text: string): string {
  return text
    .split('&')
    .map((pair) => {
      const [name = '', ...rest] = pair.split('=');
      return isSecretName(name) ? `${name}=${redacted}` : redactText([name, ...rest].join('='));
    })
    .join('&');
}

/** JSON that is none, and XML: what stands behind a name that looks like a secret goes, too. */
function redactPairs(text: string): string {
  return text
    .replaceAll(/"([^"\\]{1,80})"\s*:\s*"(?:[^"\\]|\\.)*"?/g, (pair, name: string) =>
      isSecretName(name) ? `"${name}": "${redacted}"` : pair,
    )
    .replaceAll(/<([\w:.-]{1,80})(\s[^<>]*)?>[^<]*/g, (element, name: string) =>
      isSecretName(name.replace(/^.*:/, '')) ? `<${name}>${redacted}` : element,
    );
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}… (${text.length} characters)`;
}

/** PostgreSQL's text has no NUL and no half of a surrogate pair. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
