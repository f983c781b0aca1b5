/** What a request for a code is made with: RFC 7636 §4.1, RFC 6749 §10.12, OpenID Connect Core §3.1.2.1. */
export interface Proof {
  readonly verifier: string;
  readonly challenge: string;
  readonly state: string;
  readonly nonce: string;
}

/** Each is 256 random bits, base64url. */
export async function newProof(): Promise<Proof> {
  const verifier = randomText();
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return { verifier, challenge: base64url(new Uint8Array(digest)), state: randomText(), nonce: randomText() };
}

function randomText(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (sign) => ({ '+': '-', '/': '_' })[sign] ?? '');
}

/** The nonce of an id token (OpenID Connect Core §3.1.3.7); it came from the server itself over TLS, so its signature is not asked for. */
export function nonceOf(idToken: string): string | null {
  try {
    const payload = (idToken.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/');
    const claims: unknown = JSON.parse(atob(payload));
    return typeof claims === 'object' && claims !== null && 'nonce' in claims ? String(claims.nonce) : null;
  } catch {
    return null;
  }
}
