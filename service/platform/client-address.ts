import { isIPv6 } from 'node:net';

/**
 * Whom a limit counts: an IPv4 address, or the /64 of an IPv6 address, because one subscriber usually has a whole /64
 * (RFC 6177 §2) and could take a new address for each request. IPv4 inside IPv6 (RFC 4291 §2.5.5.2) counts as IPv4, in
 * whatever way it is written.
 */
export function limitedAddress(address: string): string {
  const [bare = ''] = address.split('%', 1); // RFC 4007 §11: a zone
  if (!isIPv6(bare)) return bare;
  const groups = groupsOf(bare);
  if (groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff') return groups.slice(6).map(bytesOf).join('.');
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** The eight groups, in hexadecimal, lower-case and without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const read = (text: string) => (text === '' ? [] : text.split(':').flatMap(groupsIn));
  const before = read(head);
  const after = read(tail ?? '');
  const between = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...between, ...after];
}

/** An IPv4 address at the end counts as two groups. */
function groupsIn(part: string): string[] {
  if (!part.includes('.')) return [parseInt(part, 16).toString(16)];
  const [a = 0, b = 0, c = 0, d = 0] = part.split('.').map(Number);
  return [(a * 256 + b).toString(16), (c * 256 + d).toString(16)];
}

/** `c000` → `192.0` */
function bytesOf(group: string): string {
  const value = parseInt(group, 16);
  return `${Math.floor(value / 256)}.${value % 256}`;
}
