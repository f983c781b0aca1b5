/** An access token, and for how many seconds it is good. */
export interface GivenToken {
  readonly token: string;
  readonly seconds: number;
}

export type TokenReading =
  | { readonly kind: 'given'; readonly given: GivenToken }
  /** The server refuses this client: asking again does not help. `error` is its code (RFC 6749 §5.2), or the status. */
  | { readonly kind: 'refused'; readonly error: string }
  /** The server does not work at the moment, or its answer is none. */
  | { readonly kind: 'failed'; readonly error: string };

/** Where the server does not say how long a token is good (RFC 6749 §5.1 lets it). */
const unsaidSeconds = 300;
const mostSeconds = 86_400;

/** Reads what a token endpoint answers (RFC 6749 §5.1, §5.2). Nothing of the body but the code of an error comes out. Pure. */
export function readToken(status: number, body: string): TokenReading {
  const members = parse(body);
  if (status >= 500 || status === 429) return { kind: 'failed', error: `status ${status}` };
  if (status !== 200) return { kind: 'refused', error: errorCode(members.error) ?? `status ${status}` };
  const { access_token: token, token_type: type, expires_in: seconds } = members;
  // RFC 6750 §2.1: what can stand in the header.
  if (typeof token !== 'string' || !/^[A-Za-z0-9\-._~+/]+=*$/.test(token))
    return { kind: 'failed', error: 'the answer has no access_token that can be sent' };
  if (typeof type !== 'string' || type.toLowerCase() !== 'bearer')
    return { kind: 'failed', error: 'the token is not of the type Bearer' };
  return { kind: 'given', given: { token, seconds: Math.min(lifetime(seconds), mostSeconds) } };
}

/** Some servers write the number as text. */
function lifetime(said: unknown): number {
  const seconds = typeof said === 'string' ? Number(said) : said;
  return typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0 ? seconds : unsaidSeconds;
}

/** Only a code of the letters that codes have: what else a server writes could repeat what it was sent. */
function errorCode(said: unknown): string | undefined {
  return typeof said === 'string' && /^[a-z_]{1,40}$/.test(said) ? said : undefined;
}

function parse(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
