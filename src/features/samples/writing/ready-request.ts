import type { RequestContent, RequestDescription } from '../../console/request';

/**
 * The request as every language can send it alike: at a whole address, in characters that no client changes, and with each
 * header once. What a client writes itself (length, connection) is left out, as is a body of HEAD and TRACE, with its type: it has no
 * meaning (RFC 9110 §9.3.2, §9.3.8).
 */
export function readyRequest(request: RequestDescription, origin: string): RequestDescription {
  const url = request.url.startsWith('/') ? origin + request.url : request.url;
  const isBodyless = request.method === 'HEAD' || request.method === 'TRACE';
  return {
    ...request,
    url: steadyUrl(url),
    headers: mergedHeaders(
      request.headers.filter(
        (header) => !writtenByClients.has(header[0].toLowerCase()) && !(isBodyless && isContentType(header)),
      ),
    ),
    content: isBodyless ? { kind: 'none' } : wellFormed(request.content),
  };
}

const writtenByClients = new Set([
  ...['connection', 'content-length', 'expect', 'host', 'keep-alive', 'proxy-connection'],
  ...['te', 'trailer', 'transfer-encoding', 'upgrade'],
]);

/** Every header with its `Cookie`, for clients that have no other way to send one. */
export function headersWithCookies({ headers, cookies }: RequestDescription): RequestDescription['headers'] {
  return cookies.length > 0 ? [...headers, ['Cookie', cookies.join('; ')]] : headers;
}

export function isContentType([name]: readonly [string, string]): boolean {
  return name.toLowerCase() === 'content-type';
}

/** RFC 9110 §5.3: several fields of one name are one list. */
function mergedHeaders(headers: RequestDescription['headers']): RequestDescription['headers'] {
  const merged = new Map<string, readonly [string, string]>();
  for (const [name, value] of headers) {
    const before = merged.get(name.toLowerCase());
    merged.set(name.toLowerCase(), before ? [before[0], `${before[1]}, ${value}`] : [name, value]);
  }
  return [...merged.values()];
}

/** One spelling of an address (RFC 3986 §6.2.2), with everything encoded that some client would encode. */
function steadyUrl(url: string): string {
  const [, start = '', rest = ''] = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)?([^]*)$/i.exec(url) ?? [];
  const encoded = Array.from(rest.replace(/\p{Cs}/gu, '\uFFFD'), (character) =>
    /[A-Za-z0-9\-._~:/?@!$&()*+,;=%]/.test(character) ? character : encodeCharacter(character),
  ).join('');
  return start + encoded.replace(/%[0-9A-Fa-f]{2}/g, steadyTriplet).replace(/%(?![0-9A-F]{2})/g, '%25');
}

function encodeCharacter(character: string): string {
  return character === "'" ? '%27' : encodeURIComponent(character);
}

function steadyTriplet(triplet: string): string {
  const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16));
  return /[A-Za-z0-9\-._~]/.test(character) ? character : triplet.toUpperCase();
}

function wellFormed(content: RequestContent): RequestContent {
  if (content.kind !== 'text') return content;
  return { ...content, text: content.text.replace(/\p{Cs}/gu, '\uFFFD') };
}
