import { isIPv6 } from 'node:net';

/**
 * Whom a limit counts: an IPv4 address, or the /64 of an IPv6 address, because one subscriber usually has a whole /64
 * (RFC 6177 §2) and could take a new address for each request. IPv4 inside IPv6 (RFC 4291 §2.5.5.2) counts as IPv4.
 */
export function limitedAddress(address: string): string {
  const [bare = ''] = address.split('%', 1); // RFC 4007 §11: a zone
  if (!isIPv6(bare)) return bare;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  return mapped ?? `${groups(bare).slice(0, 4).join(':')}::/64`;
}

/** The eight groups, without leading zeros. An embedded IPv4 address counts as two of them. */
function groups(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const read = (text: string) =>
    (text === '' ? [] : text.split(':')).flatMap((part) => (part.includes('.') ? ['0', '0'] : part));
  const before = read(head);
  const after = read(tail ?? '');
  const between = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...between, ...after].map((group) => parseInt(group, 16).toString(16));
}
