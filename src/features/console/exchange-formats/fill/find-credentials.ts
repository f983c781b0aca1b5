import type { OperationPage, SecurityView } from '../../../../../contract/reference-page';
import { fieldOf, type Credential } from '../../credentials/credential';
import { headerOf, OPEN_VALUE, type ForeignRequest } from '../foreign-request';
import { splitUrl } from '../match/split-url';
import { formDecode, percentDecode, rawPairs } from './decode';

/** What came with a request that is secret. It is never put into the form, kept or shown: it may be taken into the page's memory. */
export interface FoundCredentials {
  /** All that one alternative of the operation's `security` needs; null where what came is not that. */
  readonly offer: CredentialOffer | null;
  /** In words, what came and is of no use here: `an Authorization header`. */
  readonly useless: readonly string[];
  /** Lower case: headers that are credentials. */
  readonly headers: ReadonlySet<string>;
  /** Query parameters that are credentials. */
  readonly queries: ReadonlySet<string>;
}

export interface CredentialOffer {
  readonly alternative: readonly SecurityView[];
  readonly held: readonly (readonly [scheme: string, credential: Credential])[];
}

const usual =
  /^(?:authorization|proxy-authorization|cookie|(?:x-)?(?:api|auth|access)[-_]?(?:key|token)|x-amz-security-token)$/i;

export function findCredentials(page: OperationPage, request: ForeignRequest): FoundCredentials {
  const { userInfo, query } = splitUrl(request.url);
  const schemes = page.security.flat();
  const keys = schemes.filter(({ type }) => type === 'apiKey');
  const namesOf = (place: string) =>
    keys.filter((key) => key.in === place).map(({ parameterName = '' }) => parameterName);
  const declared = new Set(page.parameters.filter((one) => one.in === 'header').map(({ name }) => name.toLowerCase()));
  const headers = new Set([
    ...namesOf('header').map((name) => name.toLowerCase()),
    ...request.headers.map(([name]) => name.toLowerCase()).filter((name) => usual.test(name) && !declared.has(name)),
  ]);
  const queries = new Set(namesOf('query'));
  const user = request.user ?? (userInfo === null ? null : percentDecode(userInfo));
  const held = (scheme: SecurityView): Credential | null => credentialFor(scheme, { request, query, user });
  for (const alternative of page.security.filter((one) => one.length > 0)) {
    const all = alternative.flatMap((scheme) => {
      const credential = held(scheme);
      return credential ? [[scheme.name, credential] as const] : [];
    });
    if (all.length === alternative.length) return { offer: { alternative, held: all }, useless: [], headers, queries };
  }
  const came = [
    ...request.headers
      .filter(([name, value]) => headers.has(name.toLowerCase()) && isReal(value.replace(/^\w+\s/, '')))
      .map(([name]) => `the header ${name}`),
    ...(user !== null && isReal(user.replace(/:.*$/s, '')) ? ['a user name and password'] : []),
    ...rawPairs(query)
      .filter(({ name, value }) => queries.has(formDecode(name)) && isReal(value))
      .map(({ name }) => `the parameter ${formDecode(name)}`),
  ];
  return { offer: null, useless: [...new Set(came)], headers, queries };
}

interface Carriers {
  readonly request: ForeignRequest;
  readonly query: string;
  readonly user: string | null;
}

function credentialFor(scheme: SecurityView, { request, query, user }: Carriers): Credential | null {
  const authorization = headerOf(request, 'authorization') ?? '';
  switch (fieldOf(scheme)) {
    case 'none':
      return null;
    case 'basic':
      return basic(user ?? basicPair(authorization));
    case 'token': {
      // As one that was pasted: how long it lives and what for is not known.
      const text = ofScheme(authorization, 'bearer');
      return text === null ? null : { kind: 'text', text };
    }
    case 'text': {
      const text =
        scheme.type === 'apiKey' ? keyOf(scheme, request, query) : ofScheme(authorization, scheme.scheme ?? 'bearer');
      return text !== null && isReal(text) ? { kind: 'text', text } : null;
    }
  }
}

function keyOf({ in: place, parameterName = '' }: SecurityView, request: ForeignRequest, query: string): string | null {
  if (place === 'header') return headerOf(request, parameterName.toLowerCase()) ?? null;
  if (place === 'query') {
    const pair = rawPairs(query).find(({ name }) => formDecode(name) === parameterName);
    return pair ? formDecode(pair.value) : null;
  }
  const cookie = request.cookies.find((one) => one.startsWith(`${parameterName}=`));
  return cookie ? percentDecode(cookie.slice(parameterName.length + 1)) : null;
}

function ofScheme(authorization: string, name: string): string | null {
  const [, scheme = '', text = ''] = /^([^\s]+)\s+(.+)$/.exec(authorization) ?? [];
  return scheme.toLowerCase() === name.toLowerCase() && isReal(text) ? text.trim() : null;
}

function basicPair(authorization: string): string | null {
  const text = ofScheme(authorization, 'basic');
  if (text === null) return null;
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  } catch {
    return null;
  }
}

function basic(pair: string | null): Credential | null {
  if (pair === null) return null;
  const at = pair.indexOf(':');
  const [user, password] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  return isReal(user) ? { kind: 'basic', user, password } : null;
}

const placeholder =
  /^(?:your[-_ ].*|<.*>|\[.*\]|\*+|x{3,}|\.{2,}|…|user(?:name)?|password|redacted|token|key|secret|api[-_]?key|bearer)$/i;

/** Not what stands in a guide in place of a credential. */
function isReal(text: string): boolean {
  return text.trim() !== '' && !OPEN_VALUE.test(text) && !placeholder.test(text.trim());
}
