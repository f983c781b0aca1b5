import ipaddr from 'ipaddr.js';

const longest = 300;

/** A link as it is stored, or in words why readers are not led there. */
export type LinkReading =
  { readonly kind: 'link'; readonly href: string } | { readonly kind: 'refused'; readonly message: string };

/** Reads an address that everybody can follow: https, a public name, nobody's password in it. Nothing is sent there. */
export function readLink(text: string): LinkReading {
  const refused = (message: string): LinkReading => ({ kind: 'refused', message });
  if (text.length > longest) return refused(`has more than ${longest} characters`);
  if (!/^https:\/\/[^\s\\]+$/i.test(text) || !URL.canParse(text)) {
    return refused('must be an address that begins with https://');
  }
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return refused('must not hold a name or a password');
  const { hostname } = url;
  if (hostname.startsWith('[') || ipaddr.isValid(hostname))
    return refused('must name its host: an IP address is not taken');
  if (
    !/\.[a-z][a-z0-9-]*[a-z0-9]$/i.test(hostname) ||
    /\.(?:local|localhost|internal|home\.arpa|onion)$/i.test(hostname)
  ) {
    return refused('must lead to the public internet');
  }
  return { kind: 'link', href: url.href };
}
