import type { IncomingHttpHeaders } from 'node:http';
import type { Contract, SecurityScheme } from '../../../contract/model.ts';
import { type QueryPair } from './query-string.ts';
import { decode } from './serialised.ts';

/** Where in a request a credential stands. */
export type CredentialPlace =
  { readonly kind: 'bearer' | 'basic' } | { readonly kind: 'header' | 'query' | 'cookie'; readonly name: string };

export interface PresentedCredential {
  readonly text: string;
  readonly place: CredentialPlace;
}

/**
 * The credentials that a request carries: `Authorization: Bearer`, and whatever stands where the contract's security schemes
 * put one: an apiKey header, query parameter or cookie, or the user name of HTTP basic. The first is the one that counts
 * where one is enough.
 */
export function presentedCredentials(
  contract: Pick<Contract, 'securitySchemes'>,
  headers: IncomingHttpHeaders,
  query: readonly QueryPair[],
): readonly PresentedCredential[] {
  const found: PresentedCredential[] = [];
  const add = (text: string | undefined, place: CredentialPlace): void => {
    if (text !== undefined && text !== '') found.push({ text, place });
  };
  const authorization = headers.authorization ?? '';
  const bearer = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  add(bearer, { kind: 'bearer' });
  for (const scheme of Object.values(contract.securitySchemes)) {
    const name = scheme.name ?? '';
    if (isBasic(scheme)) add(basicUser(authorization), { kind: 'basic' });
    if (scheme.type !== 'apiKey') continue;
    if (scheme.in === 'query') {
      const raw = query.find((pair) => pair.name === name)?.raw;
      add(raw && decode(raw), { kind: 'query', name });
    } else if (scheme.in === 'cookie') add(cookie(headers.cookie, name), { kind: 'cookie', name });
    else if (name.toLowerCase() !== 'authorization' || bearer === undefined) {
      add(withoutScheme(headerText(headers[name.toLowerCase()])), { kind: 'header', name: name.toLowerCase() });
    }
  }
  return found;
}

/**
 * Whether a credential stands where the scheme wants it. A bearer stands for every scheme that has no place of its own, and for
 * a cookie, which a page cannot set.
 */
export function standsFor(scheme: SecurityScheme, { place }: PresentedCredential): boolean {
  if (scheme.type === 'apiKey') {
    const name = scheme.in === 'header' ? scheme.name?.toLowerCase() : scheme.name;
    const isOwnPlace = place.kind === scheme.in && place.name === name;
    return isOwnPlace || (place.kind === 'bearer' && (scheme.in === 'cookie' || name === 'authorization'));
  }
  return isBasic(scheme) ? place.kind === 'basic' : place.kind === 'bearer';
}

/** Where a scheme wants its credential, in words. */
export function placeWords({ type, in: room, name, scheme }: SecurityScheme): string {
  if (type !== 'apiKey') return `Authorization: ${type === 'http' ? (scheme ?? 'Bearer') : 'Bearer'}`;
  return room === 'header' ? (name ?? '') : `the ${room === 'query' ? 'query parameter' : 'cookie'} ${name ?? ''}`;
}

/** The names of query parameters that carry a key: they are no parameters of operations. */
export function keyParameters(contract: Pick<Contract, 'securitySchemes'>): ReadonlySet<string> {
  const schemes = Object.values(contract.securitySchemes);
  return new Set(
    schemes.flatMap(({ type, in: room, name }) => (type === 'apiKey' && room === 'query' ? (name ?? []) : [])),
  );
}

function isBasic({ type, scheme }: SecurityScheme): boolean {
  return type === 'http' && scheme?.toLowerCase() === 'basic';
}

/** RFC 7617 §2. */
function basicUser(authorization: string): string | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/=_-]+) *$/i.exec(authorization)?.[1];
  if (encoded === undefined) return undefined;
  const user = Buffer.from(encoded, 'base64').toString('utf8').split(':', 1)[0];
  return user === '' ? undefined : user;
}

/** Descriptions that declare `Authorization` as an apiKey header mean `ApiKey …` or `Token …` by it. */
function withoutScheme(value: string | undefined): string | undefined {
  return value?.trim().replace(/^[A-Za-z]+ +/, '');
}

function cookie(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const equals = part.indexOf('=');
    if (equals !== -1 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim();
  }
  return undefined;
}

function headerText(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
