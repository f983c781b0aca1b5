import ipaddr, { type IPv4, type IPv6 } from 'ipaddr.js';

/** Public by its range, and yet the inside of a cloud: the host that each machine of Azure asks for its settings. */
const azureWireServer = '168.63.129.16';

/**
 * Whether an IP address leads to the public internet: the range is unicast after IPv4 in IPv6 is un-mapped, and nothing
 * else: not private, loopback, link-local, shared, reserved, documentation or multicast space. Text that is no address
 * is not public.
 */
export function isPublicAddress(text: string): boolean {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  if (!ipaddr.isValid(bare)) return false;
  const address = ipaddr.parse(bare);
  return address.kind() === 'ipv4' ? isPublicIpv4(address as IPv4) : isPublicIpv6(address as IPv6);
}

function isPublicIpv4(address: IPv4): boolean {
  return address.range() === 'unicast' && address.toString() !== azureWireServer;
}

function isPublicIpv6(address: IPv6): boolean {
  if (address.zoneId !== undefined) return false;
  const embedded = embeddedIpv4(address);
  if (embedded !== null) return isPublicIpv4(embedded);
  // What is handed out today is 2000::/3 (RFC 4291 §2.4, IANA's register of IPv6 global unicast); the rest may be routed inside.
  const [first = 0] = address.parts;
  return address.range() === 'unicast' && first >> 13 === 1 && !isIsatap(address);
}

/**
 * The IPv4 address to which a packet for this address goes: IPv4-mapped (RFC 4291 §2.5.5.2), IPv4-compatible (§2.5.5.1), and
 * NAT64's well-known prefix (RFC 6052 §2.1), by which an IPv6-only network reaches IPv4. 6to4, Teredo and NAT64's local
 * prefixes are tunnels that nobody needs to receive webhooks: they are not unicast, and so not public.
 */
function embeddedIpv4(address: IPv6): IPv4 | null {
  const { parts } = address;
  const isBelow = (prefix: readonly number[]) => prefix.every((part, index) => parts[index] === part);
  const isMapped = isBelow([0, 0, 0, 0, 0, 0xffff]);
  const isCompatible = isBelow([0, 0, 0, 0, 0, 0]);
  const isTranslated = isBelow([0x64, 0xff9b, 0, 0, 0, 0]);
  if (!isMapped && !isCompatible && !isTranslated) return null;
  const [high = 0, low = 0] = parts.slice(6);
  return new ipaddr.IPv4([high >> 8, high & 0xff, low >> 8, low & 0xff]);
}

/** RFC 5214 §6.1: the last 64 bits are 0000:5efe or 0200:5efe and an IPv4 address. */
function isIsatap({ parts }: IPv6): boolean {
  return (parts[4] === 0 || parts[4] === 0x200) && parts[5] === 0x5efe;
}
