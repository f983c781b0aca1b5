import type { Recipe } from './build-verification.ts';

/** A header with `sha256=` and the HMAC-SHA256 of the body in hexadecimal. `header` is a name of letters, digits, `_` and `-`. */
export function bodySignatureRecipe(header: string): Recipe {
  const name = header.toLowerCase();
  return {
    steps: `Anyone can send a request to your address. Before you trust one:

1. Take the body as the **bytes that arrived**; JSON that was parsed and written again has another signature.
2. Compute HMAC-SHA256 over the body. The key is the secret that you gave when you set the webhook up.
3. Compare \`sha256=\` and the result in hexadecimal with \`${header}\`, in constant time. Refuse a request without the header.`,
    node: `import { createHmac, timingSafeEqual } from 'node:crypto';

// body: a Buffer with the bytes that arrived.
export function isGenuine(headers, body, secret) {
  const given = Buffer.from(headers['${name}'] ?? '');
  const expected = Buffer.from(\`sha256=\${createHmac('sha256', secret).update(body).digest('hex')}\`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}`,
    python: `import hashlib
import hmac


# headers: by lower-case name. body: the bytes that arrived.
def is_genuine(headers, body: bytes, secret: str) -> bool:
    given = headers.get("${name}", "")
    expected = "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(given.encode(), expected.encode())`,
  };
}
