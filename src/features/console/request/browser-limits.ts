import type { RequestDescription } from './request-description';

// https://fetch.spec.whatwg.org/#forbidden-request-header: a browser drops these without a word.
const forbidden = new Set([
  ...['accept-charset', 'accept-encoding', 'access-control-request-headers', 'access-control-request-method'],
  ...['connection', 'content-length', 'cookie', 'cookie2', 'date', 'dnt', 'expect', 'host', 'keep-alive', 'origin'],
  ...['referer', 'set-cookie', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'via'],
]);

/** True where a page cannot send this header; the curl command can. */
export function isForbiddenHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return forbidden.has(lower) || lower.startsWith('proxy-') || lower.startsWith('sec-');
}

/** What a browser does not let a page send of this request, a sentence each; empty where it sends all of it. */
export function browserLimits({ method, headers, cookies, content }: RequestDescription): readonly string[] {
  const limits: string[] = [];
  const dropped = headers.map(([name]) => name).filter(isForbiddenHeader);
  if (method === 'TRACE' || method === 'CONNECT') limits.push(`A browser does not send ${method} requests.`);
  if ((method === 'GET' || method === 'HEAD') && content.kind !== 'none') {
    limits.push(`A browser does not send a body with ${method}.`);
  }
  if (cookies.length > 0) limits.push('A browser does not let a page choose cookies, so they are left out.');
  if (dropped.length > 0) limits.push(`A browser does not let a page set ${dropped.join(', ')}, so it is left out.`);
  return limits;
}
