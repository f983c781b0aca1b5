import type { IncomingHttpHeaders } from 'node:http';
import { knownNames } from './known-names.ts';

/** RFC 9110 §7.6.1, with the older ones that programs still send. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** What only a gateway may say: who the client is, where it came from, and what a browser adds about its page. */
const ours =
  /^(?:x-forwarded-.*|forwarded|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|cf-connecting-ip|via|x-original-.*|x-rewrite-.*|x-http-method.*|x-method-override|x-portal-.*|request-id|x-request-id|cookie|origin|referer|sec-.*|host|content-length|expect|accept-encoding|traceparent|tracestate)$/;

/** Where headers become variables of a program (RFC 3875 §4.1.18), `X_Real_IP` is `X-Real-IP`. */
const endsHere = knownNames((name) => {
  const read = name.includes('_') ? name.replaceAll('_', '-') : name;
  return hopByHop.has(read) || ours.test(read);
});

/**
 * The headers of a request that go on to the upstream. What `Connection` names is for this hop only; it cannot take the
 * credential away, which is set again at the end (CVE-2026-33805 was that).
 */
export function requestHeaders(headers: IncomingHttpHeaders, requestId: string): Record<string, string> {
  const named = namedByConnection(headers.connection);
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || endsHere(name) || named.has(name)) continue;
    kept[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  for (const name of ['authorization', 'content-type'] as const) {
    const value = headers[name];
    if (value !== undefined) kept[name] = value;
  }
  kept['request-id'] = requestId;
  return kept;
}

/**
 * What the gateway says itself, what is about the hop behind it, and what would speak for the portal's own site: a browser takes
 * `Clear-Site-Data` or `Alt-Svc` for the whole origin.
 */
const notForClients =
  /^(?:set-cookie2?|content-length|content-security-policy.*|strict-transport-security|access-control-.*|server|date|x-powered-by|request-id|server-timing|timing-allow-origin|cross-origin-.*|ratelimit.*|clear-site-data|alt-svc|refresh|service-worker.*|report-to|reporting-endpoints|nel|permissions-policy|referrer-policy|x-content-type-options|x-frame-options|x-xss-protection|origin-agent-cluster|document-policy|speculation-rules|accept-ch|critical-ch|sourcemap|x-sourcemap|public-key-pins.*|expect-ct|x-dns-prefetch-control|set-login|activate-storage-access)$/;

const staysHere = knownNames((name) => hopByHop.has(name) || notForClients.test(name));

/** The headers of an upstream's answer that go back to the client. */
export function answerHeaders(
  headers: Readonly<Record<string, string | string[] | number | undefined>>,
): Record<string, string | string[]> {
  const connection = headers.connection;
  const named = namedByConnection(typeof connection === 'string' ? connection : undefined);
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    const key = name.toLowerCase();
    if (value === undefined || staysHere(key) || named.has(key)) continue;
    kept[key] = typeof value === 'number' ? String(value) : value;
  }
  return kept;
}

const none: ReadonlySet<string> = new Set();

function namedByConnection(connection: string | undefined): ReadonlySet<string> {
  if (connection === undefined || connection === 'keep-alive') return none;
  return new Set((connection ?? '').split(',').map((name) => name.trim().toLowerCase()));
}
