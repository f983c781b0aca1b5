/** Stands where a secret stood. Plain letters, so that it can stand in a header and in an address, too. */
export const leftOutSecret = 'YOUR_SECRET';

/**
 * The portal's own keys; and signed tokens (RFC 7519 §3), whoever made them. No pattern here may start within what it could have taken already: texts of
 * other people would then take a square of their length.
 */
const shapes = [/ptl_(?:test|live)_[A-Za-z0-9_-]{4,}/g, /(?<![\w-])eyJ[\w-]{6,}\.[\w-]{6,}\.[\w-]*/g];

/** As it stands after a scheme's name (RFC 9110 §11.4): no word of a language has such letters in a row. */
const authorization = /\b([Bb]earer|[Bb]asic|[Tt]oken)[ \t]+(?=\S*(?:\d|[=+/_]|[a-z][A-Z]))[A-Za-z0-9._~+/=-]{8,}/g;

const secretNames =
  '(?:access|refresh|id|auth|session|csrf|device)[_-]?token|token|[a-z]*[_-]?passw(?:or)?d|passphrase|(?:client|app|shared|webhook|signing)[_-]?secret|secret|secret[_-]?key|(?:x-)?api[_-]?key|private[_-]?key|authorization|signature|x-amz-signature|x-amz-security-token|code[_-]?verifier|assertion|client[_-]?assertion';

const jsonMember = new RegExp(`("(?:${secretNames})"\\s*:\\s*")((?:[^"\\\\]|\\\\.)+)`, 'gi');
const formPair = new RegExp(`((?:^|[?&#;\\s])(?:${secretNames})=)([^&#\\s"'<>]+)`, 'gi');
const markup = new RegExp(`(<(?:[\\w.-]+:)?(?:${secretNames})(?:\\s[^<>]*)?>)([^<]+)`, 'gi');
const wholeName = new RegExp(`^(?:${secretNames}|(?:proxy-)?authorization|cookie|set-cookie)$`, 'i');

/** Whether a header, parameter or member of this name is one whose value nobody else is to read. */
export function isSecretName(name: string): boolean {
  return wholeName.test(name);
}

export interface Redacted {
  readonly text: string;
  /** How many places were blotted out. */
  readonly count: number;
}

/**
 * A text without its secrets: those that are `known` (what the console holds at the moment), keys and tokens that are known by their
 * shape, and the values of JSON members, form pairs and elements that are named like a secret. It rather takes too much.
 */
export function withoutSecrets(text: string, known: readonly string[] = []): Redacted {
  let count = 0;
  const blot = (): string => {
    count += 1;
    return leftOutSecret;
  };
  const after = (whole: string, before: string, value: string): string =>
    value === leftOutSecret ? whole : before + blot();
  let clean = text;
  for (const secret of spellings(known)) clean = clean.replaceAll(secret, blot);
  for (const shape of shapes) clean = clean.replace(shape, blot);
  clean = clean.replace(authorization, (_whole, scheme: string) => `${scheme} ${blot()}`);
  for (const named of [jsonMember, formPair, markup]) clean = clean.replace(named, after);
  return { text: clean, count };
}

/** A secret as it may stand in a text: as it is, in JSON, percent-encoded. Those of a few letters would take half the text with them. */
function spellings(known: readonly string[]): readonly string[] {
  const all = known
    .filter((secret) => secret.length >= 4)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), percentEncoded(secret)]);
  // The longest first: one may be the beginning of another.
  return [...new Set(all)].sort((a, b) => b.length - a.length);
}

/** Half of a surrogate pair has no percent-encoding. */
function percentEncoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text;
  }
}
