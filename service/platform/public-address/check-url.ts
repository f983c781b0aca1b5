import { isIP } from 'node:net';
import { isPublicAddress } from './is-public-address.ts';

/** Where the service may send to. */
export interface AddressPolicy {
  /** For development only: `http`, any port, and addresses that are not public. */
  readonly allowPrivateAddresses: boolean;
  /** The ports that an `https` address may have. */
  readonly ports: readonly number[];
}

export type UrlDecision =
  | { readonly kind: 'allowed'; readonly url: URL }
  /** `reason` ends the sentence "The address …". */
  | { readonly kind: 'refused'; readonly reason: string };

/** Names of the inside: RFC 6761, RFC 6762, RFC 8375, RFC 9476, and `.internal`, which ICANN set aside in 2024. */
const insideNames = /(?:^|\.)(?:localhost|local|internal|intranet|corp|home|lan|private|home\.arpa|alt|onion|arpa)$/;
const longestUrl = 2000;

/**
 * Whether an address may be sent to, as far as its text tells. The host's addresses are looked at when a connection is made:
 * they can be others by then (`publicAgent`).
 */
export function checkUrl(text: string, policy: AddressPolicy): UrlDecision {
  if (text.length > longestUrl) return refused(`is longer than ${longestUrl} characters`);
  // The parser drops line breaks and tabs within, and blanks around: what was checked would not be what others read.
  if (/[\s\p{Cc}\\]/u.test(text)) return refused('has blanks, control characters or backslashes');
  const url = URL.parse(text);
  if (url === null) return refused('is no address. Write one such as https://hooks.example.com/portal');
  if (url.username !== '' || url.password !== '' || /^[^/]*\/\/[^/?#]*@/.test(text)) {
    return refused('holds a user name or a password. Check the signature instead');
  }
  if (url.hash !== '' || text.includes('#')) return refused('has a fragment, which is never sent');
  if (policy.allowPrivateAddresses) {
    return isWeb(url) ? { kind: 'allowed', url } : refused('begins with neither https:// nor http://');
  }
  return checkPublic(url, policy);
}

function checkPublic(url: URL, policy: AddressPolicy): UrlDecision {
  if (url.protocol !== 'https:') return refused('does not begin with https://');
  const port = url.port === '' ? 443 : Number(url.port);
  if (!policy.ports.includes(port)) return refused(`has port ${port}. Use ${policy.ports.join(' or ')}`);
  const host = hostOf(url);
  if (isIP(host) !== 0) {
    return isPublicAddress(host) ? { kind: 'allowed', url } : refused('is not on the public internet');
  }
  if (!host.includes('.') || insideNames.test(host)) return refused('is a name of a private network');
  return { kind: 'allowed', url };
}

/** Without brackets, and without the dot that may end a name. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

function isWeb({ protocol }: URL): boolean {
  return protocol === 'https:' || protocol === 'http:';
}

function refused(reason: string): UrlDecision {
  return { kind: 'refused', reason };
}
