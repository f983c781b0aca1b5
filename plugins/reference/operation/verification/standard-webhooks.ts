import type { Recipe } from './build-verification.ts';

/** https://www.standardwebhooks.com: `{prefix}-id`, `-timestamp` and `-signature`, and a secret that begins with `whsec_`. */
export function standardWebhooksRecipe(prefix: string): Recipe {
  return {
    steps: `Anyone can send a request to your address. Before you trust one:

1. Take the body as the **bytes that arrived**; JSON that was parsed and written again has another signature.
2. Refuse a \`${prefix}-timestamp\` that is more than five minutes from your clock.
3. Compute HMAC-SHA256 over \`{${prefix}-id}.{${prefix}-timestamp}.{body}\`. The key is what follows \`whsec_\` in your secret, decoded from Base64.
4. Compare it in constant time with each signature in \`${prefix}-signature\`: \`v1,\` and Base64, with spaces between. One that fits is enough.
5. Drop a \`${prefix}-id\` that you have seen: a delivery may be repeated.`,
    node: `import { createHmac, timingSafeEqual } from 'node:crypto';

// body: a Buffer with the bytes that arrived. secret: whsec_…
export function isGenuine(headers, body, secret, nowSeconds = Date.now() / 1000) {
  const id = headers['${prefix}-id'];
  const timestamp = headers['${prefix}-timestamp'];
  const signatures = headers['${prefix}-signature'] ?? '';
  if (!id || !/^\\d+$/.test(timestamp ?? '')) return false;
  if (Math.abs(nowSeconds - Number(timestamp)) > 300) return false;

  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(\`\${id}.\${timestamp}.\`).update(body).digest();
  return signatures.split(' ').some((signature) => {
    const [version, value = ''] = signature.split(',');
    const given = Buffer.from(value, 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
}`,
    python: `import base64
import hashlib
import hmac
import time


# headers: by lower-case name. body: the bytes that arrived. secret: whsec_…
def is_genuine(headers, body: bytes, secret: str, now: float | None = None) -> bool:
    id_ = headers.get("${prefix}-id", "")
    timestamp = headers.get("${prefix}-timestamp", "")
    signatures = headers.get("${prefix}-signature", "")
    if not id_ or not timestamp.isdecimal():
        return False
    if abs((time.time() if now is None else now) - int(timestamp)) > 300:
        return False

    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{id_}.{timestamp}.".encode() + body
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest())
    return any(
        version == "v1" and hmac.compare_digest(value.encode(), expected)
        for version, _, value in (one.partition(",") for one in signatures.split(" "))
    )`,
  };
}
