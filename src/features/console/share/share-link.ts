import { isArrival, arrivalHash } from './arrival-hash';
import { fromLinkText, toLinkText } from './link-text';
import { mostCharacters, type PortableRequest } from './portable-request';
import { readPortable } from './read-portable';

const version = '1';
/** What browsers and servers of chats and mail still pass on, more or less. */
export const mostLinkCharacters = 64_000;

export type LinkReading =
  /** The hash is not one of ours. */
  | { readonly kind: 'none' }
  /** What is meant is in this page's memory. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'request'; readonly request: PortableRequest }
  /** It cannot be read; in words. */
  | { readonly kind: 'refused'; readonly sentence: string };

/** The hash that holds a request: `#try=1z…`. Null where it is too long to be a link. */
export async function hashOf(request: PortableRequest): Promise<string | null> {
  const hash = `${arrivalHash}=${version}${await toLinkText(JSON.stringify(compact(request)))}`;
  return hash.length > mostLinkCharacters ? null : hash;
}

/** What an address' hash says. Nothing is thrown, whatever it is. */
export async function readHash(hash: string): Promise<LinkReading> {
  if (!isArrival(hash)) return { kind: 'none' };
  const written = hash.slice(arrivalHash.length + 1);
  if (hash === arrivalHash) return { kind: 'waiting' };
  if (!written.startsWith(version)) {
    return refused(
      /^\d/.test(written) ? 'It was made by a newer version of this portal.' : 'It is not a link to a request.',
    );
  }
  const text =
    hash.length > mostLinkCharacters ? null : await fromLinkText(written.slice(version.length), mostCharacters * 2);
  if (text === null) return refused('Part of it is missing, or was changed on the way.');
  const request = readPortable(expanded(parse(text)));
  return request ? { kind: 'request', request } : refused('It does not hold a request.');
}

function refused(sentence: string): LinkReading {
  return { kind: 'refused', sentence };
}

/** One letter a member: each counts in a link. */
function compact({
  operation: o,
  parameters: p,
  mediaType: m,
  body: b,
  partTypes: t,
  environment: e,
  leftOut,
}: PortableRequest) {
  return {
    o,
    p,
    m,
    b,
    t,
    e,
    ...(leftOut.files > 0 && { f: leftOut.files }),
    ...(leftOut.secrets > 0 && { s: leftOut.secrets }),
  };
}

function expanded(document: unknown): unknown {
  if (typeof document !== 'object' || document === null) return null;
  const { o, p, m, b, t, e, f, s } = document as Record<string, unknown>;
  return {
    operation: o,
    parameters: p,
    mediaType: m,
    body: b,
    partTypes: t,
    environment: e,
    leftOut: { files: f, secrets: s },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
