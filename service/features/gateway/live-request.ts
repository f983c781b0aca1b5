import type { IncomingHttpHeaders } from 'node:http';
import type { LiveUpstreamConfig, RequestHeadersConfig } from '../../../contract/portal-config.ts';
import { serverUrl } from '../../../contract/server-variables.ts';
import { ProblemError } from '../../platform/problem.ts';
import { type Facts, needed } from './facts.ts';
import { requestHeaders } from './forwarded-headers.ts';
import type { PresentedCredential } from './presented-credentials.ts';
import { mapRequestHeaders } from './live-headers.ts';
import { livePath } from './live-path.ts';
import { readQuery } from './query-string.ts';
import { traceHeaders } from './trace-context.ts';

/** Chooses the variables of a live upstream's address: `X-Portal-Server: region=us&tenant=main`. */
export const serverHeader = 'x-portal-server';

/** What any credential of this portal begins with. */
const ownCredential = /ptl_(?:test|live|secret)_[0-9A-Za-z]/;

export interface LiveTarget {
  /** `https://us.api.example.com`: scheme, host and port of the configuration. */
  readonly origin: string;
  /** As it goes into the request line. */
  readonly path: string;
}

/** Where a request goes: behind the configured address; path and query byte for byte where no path is mapped, without the portal's own credentials. */
export function liveTarget(facts: Facts, live: Pick<LiveUpstreamConfig, 'url' | 'variables' | 'paths'>): LiveTarget {
  const address = needed(facts.address, 'address');
  const { origin, pathname } = liveAddress(facts, live);
  const query = queryWithout(address.query, facts.ours ?? []);
  return {
    origin,
    path: `${pathname.replace(/\/$/, '')}${livePath(facts, live.paths)}${query === '' ? '' : `?${query}`}`,
  };
}

/** Where requests go that choose nothing: nobody changes these. */
const usualAddresses = new WeakMap<Pick<LiveUpstreamConfig, 'url' | 'variables'>, URL>();

/** The configured address with the variables that the request chooses. Throws `request-invalid` where it may not. */
export function liveAddress(facts: Facts, live: Pick<LiveUpstreamConfig, 'url' | 'variables'>): URL {
  const asked = facts.request.headers[serverHeader];
  const usual = asked === undefined ? usualAddresses.get(live) : undefined;
  if (usual) return usual;
  const choice = serverUrl(live, new Map(new URLSearchParams(Array.isArray(asked) ? asked.join('&') : asked)));
  if (choice.kind === 'refused') throw notAllowed(choice.name, live);
  const address = new URL(choice.url);
  if (asked === undefined) usualAddresses.set(live, address);
  return address;
}

function notAllowed(name: string, { variables = {} }: Pick<LiveUpstreamConfig, 'variables'>): ProblemError {
  const known = Object.hasOwn(variables, name) ? variables[name] : undefined;
  const names = Object.keys(variables).join(', ') || 'none';
  const message = !known
    ? `has no variable of this name; there is ${names}`
    : known.values
      ? `${name} must be one of ${known.values.join(', ')}`
      : `${name} must be one word that matches ${known.pattern ?? ''}`;
  return new ProblemError('request-invalid', {
    detail: `The request asks for a server that is not offered: X-Portal-Server ${message}.`,
    errors: [{ in: 'header', at: 'X-Portal-Server', message }],
  });
}

/** The pairs that hold a credential of the portal are left out; every other byte stays. */
function queryWithout(query: string, ours: readonly PresentedCredential[]): string {
  const names = ours.flatMap(({ place }) => (place.kind === 'query' ? [place.name] : []));
  const holdsOurs = (part: string): boolean => {
    const pair = readQuery(part)[0];
    return pair !== undefined && (names.includes(pair.name) || ownCredential.test(pair.raw));
  };
  if (query === '' || !query.split('&').some(holdsOurs)) return query;
  return query
    .split('&')
    .filter((part) => !holdsOurs(part))
    .join('&');
}

/** The headers that go on: the client's, without those of this hop and of this portal; the credential of the configuration comes on top. */
export function liveHeaders(facts: Facts, mapping?: RequestHeadersConfig): Record<string, string> {
  const { headers, requestId, trace } = facts.request;
  const taken = new Set((facts.ours ?? []).map(({ place }) => ('name' in place ? place.name : 'authorization')));
  const kept = requestHeaders(headers, requestId);
  for (const name in kept) if (taken.has(name) || holdsCredential(kept[name] ?? '')) delete kept[name];
  Object.assign(kept, encodings(headers), traceHeaders(trace));
  return Object.assign(mapping ? mapRequestHeaders(kept, mapping) : kept, lengthOf(facts, headers));
}

/** An answer goes by as it is packed: what the client can unpack is what the upstream may send. */
function encodings({ 'accept-encoding': accepted }: IncomingHttpHeaders): Record<string, string> {
  return accepted === undefined ? {} : { 'accept-encoding': String(accepted) };
}

/** A body that is not read here keeps its length; without one it goes on in chunks. */
function lengthOf({ input }: Facts, headers: IncomingHttpHeaders): Record<string, string> {
  const length = headers['content-length'];
  return input?.stream && length !== undefined ? { 'content-length': length } : {};
}

function holdsCredential(value: string): boolean {
  return ownCredential.test(value) || ownCredential.test(basicText(value));
}

function basicText(value: string): string {
  const encoded = /^Basic +(\S+)/i.exec(value)?.[1];
  return encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('latin1');
}
