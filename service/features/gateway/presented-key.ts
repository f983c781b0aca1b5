import type { IncomingHttpHeaders } from 'node:http';
import type { Contract } from '../../../contract/model.ts';
import { type QueryPair } from './query-string.ts';
import { decode } from './serialised.ts';

/**
 * The key that a request carries: as `Authorization: Bearer`, or wherever the contract's security schemes put a
 * credential: an apiKey header, query parameter or cookie, or the user name of HTTP basic.
 */
export function presentedKey(
  contract: Pick<Contract, 'securitySchemes'>,
  headers: IncomingHttpHeaders,
  query: readonly QueryPair[],
): string | undefined {
  const authorization = headers.authorization ?? '';
  const bearer = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  if (bearer !== undefined) return bearer;
  for (const scheme of Object.values(contract.securitySchemes)) {
    const name = scheme.name ?? '';
    if (scheme.type === 'http' && scheme.scheme?.toLowerCase() === 'basic') {
      const user = basicUser(authorization);
      if (user !== undefined) return user;
    }
    if (scheme.type !== 'apiKey') continue;
    const value =
      scheme.in === 'header'
        ? withoutScheme(headerText(headers[name.toLowerCase()]))
        : scheme.in === 'query'
          ? query.find((pair) => pair.name === name)?.raw
          : cookie(headers.cookie, name);
    if (value !== undefined && value !== '') return scheme.in === 'query' ? decode(value) : value;
  }
  return undefined;
}

/** The names of query parameters that carry a key: they are no parameters of operations. */
export function keyParameters(contract: Pick<Contract, 'securitySchemes'>): ReadonlySet<string> {
  const schemes = Object.values(contract.securitySchemes);
  return new Set(
    schemes.flatMap(({ type, in: room, name }) => (type === 'apiKey' && room === 'query' ? (name ?? []) : [])),
  );
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
