import type { SecurityView } from '../../../../contract/reference-page';
import { isRecord, readProblem } from '../../../portal-client';
import type { Settled } from '../console-state';
import type { Credential, Held } from './credential';
import { portalKey } from './live-key';

/** A credential that is over, and how another is had. */
export interface Renewal {
  readonly sentence: string;
  /** Another token is had by the way that this one was had; null: a person has to enter another. */
  readonly token: { readonly scheme: SecurityView; readonly credential: Extract<Credential, { kind: 'token' }> } | null;
}

/** What of a request's credentials is over: a token by its own end, or whatever the gateway has refused. Null: nothing. */
export function renewalOf(
  alternative: readonly SecurityView[] | undefined,
  held: Held,
  now: number,
  settled: Settled | null,
): Renewal | null {
  const tokens = (alternative ?? []).flatMap((scheme) => {
    const credential = held[scheme.name];
    return credential?.kind === 'token' ? [{ scheme, credential }] : [];
  });
  const ended = tokens.find(({ credential }) => credential.endsAt <= now);
  if (ended) return { sentence: 'Your access token has ended.', token: ended };
  const code = refusedCode(settled);
  if (code === null) return null;
  const [token] = tokens;
  if (token && code === 'token-invalid') {
    return { sentence: 'Your access token is not taken any more: it was revoked, or has ended.', token };
  }
  const isTyped = alternative
    ? alternative.some(({ name }) => held[name]?.kind === 'text')
    : held[portalKey] !== undefined;
  const sentence = sentences[code];
  return isTyped && sentence !== undefined ? { sentence, token: null } : null;
}

const sentences: Readonly<Record<string, string>> = {
  'key-expired': 'Your key has expired.',
  'key-revoked': 'Your key was revoked.',
  'key-unknown': 'Your key is not known here.',
  'key-malformed': 'Your key is mistyped.',
  'token-invalid': 'Your access token is not taken: it was revoked, has ended, or is of another server.',
};

/** The code of the gateway's own 401. */
function refusedCode(settled: Settled | null): string | null {
  if (settled?.kind !== 'answered' || settled.answer.status !== 401 || settled.answer.body.kind !== 'text') return null;
  try {
    const value: unknown = JSON.parse(settled.answer.body.text);
    return isRecord(value) ? readProblem(401, value, new Headers()).code : null;
  } catch {
    return null;
  }
}
