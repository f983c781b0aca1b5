const encoder = new TextEncoder();
const unreserved = /[A-Za-z0-9\-._~]/;
// Reserved characters that would end the value or mean something else to a reader of `key=value` pairs stay encoded
// (OpenAPI 3.1 §4.8.12, `allowReserved`): & + # [ ].
const reservedInValue = /[:/?@!$'()*,;=]/;
const encodedTriplet = /^%[0-9A-Fa-f]{2}/;

/** Everything but the unreserved characters (RFC 3986 §2.3) as UTF-8 triplets; a lone surrogate becomes U+FFFD. */
export function percentEncode(text: string): string {
  return encodeBy(text, (character) => unreserved.test(character));
}

/** As `percentEncode`, but reserved characters and triplets that are already encoded stay (RFC 6570 §3.2.3). */
export function percentEncodeReserved(text: string): string {
  return text
    .split(/(%[0-9A-Fa-f]{2})/)
    .map((part) =>
      encodedTriplet.test(part)
        ? part
        : encodeBy(part, (character) => unreserved.test(character) || reservedInValue.test(character)),
    )
    .join('');
}

function encodeBy(text: string, stays: (character: string) => boolean): string {
  let encoded = '';
  for (const character of text) encoded += stays(character) ? character : triplets(character);
  return encoded;
}

function triplets(character: string): string {
  return Array.from(encoder.encode(character), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(
    '',
  );
}
