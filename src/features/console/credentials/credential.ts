import type { SecurityView } from '../../../../contract/reference-page';
import type { PlacedCredential } from '../request';

/** What somebody holds for one security scheme of an API. Times are milliseconds of this browser's clock. */
export type Credential =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'basic'; readonly user: string; readonly password: string }
  | {
      readonly kind: 'token';
      readonly text: string;
      readonly endsAt: number;
      readonly scopes: readonly string[];
      readonly refreshToken: string | null;
      /** The way it was had, by which another is had. */
      readonly way: TokenWay;
    };

export type TokenCredential = Extract<Credential, { kind: 'token' }>;
export type TokenWay = 'program' | 'person' | 'device';

/** By the scheme's name. */
export type Held = Readonly<Record<string, Credential>>;

/** What a scheme asks a person for. */
export function fieldOf({ type, scheme }: SecurityView): 'token' | 'basic' | 'text' | 'none' {
  if (type === 'oauth2' || type === 'openIdConnect') return 'token';
  if (type === 'mutualTLS') return 'none';
  return type === 'http' && scheme?.toLowerCase() === 'basic' ? 'basic' : 'text';
}

/** The schemes of an alternative that nothing usable is held for; an alternative is satisfied when all of its schemes are. */
export function missingSchemes(alternative: readonly SecurityView[], held: Held, now: number): readonly SecurityView[] {
  return alternative.filter((scheme) => !isUsable(scheme, held[scheme.name], now));
}

function isUsable(scheme: SecurityView, credential: Credential | undefined, now: number): boolean {
  if (credential === undefined) return false;
  switch (credential.kind) {
    case 'text':
      return credential.text !== '' && (fieldOf(scheme) === 'text' || fieldOf(scheme) === 'token');
    case 'basic':
      return credential.user !== '' && fieldOf(scheme) === 'basic';
    case 'token':
      return fieldOf(scheme) === 'token' && credential.endsAt > now && lacksNothing(credential, scheme.scopes);
  }
}

function lacksNothing(token: TokenCredential, scopes: readonly string[]): boolean {
  return scopes.every((scope) => token.scopes.includes(scope));
}

/** Where everything that is held goes in a request. A page cannot set cookies: what belongs in one goes as a bearer token. */
export function placedCredentials(alternative: readonly SecurityView[], held: Held): readonly PlacedCredential[] {
  return alternative.flatMap((scheme) => {
    const credential = held[scheme.name];
    return credential ? [placed(scheme, credential)] : [];
  });
}

function placed(scheme: SecurityView, credential: Credential): PlacedCredential {
  if (credential.kind === 'basic') {
    const text = new TextEncoder().encode(`${credential.user}:${credential.password}`);
    // RFC 7617 §2.1: UTF-8.
    const value = `Basic ${btoa(String.fromCharCode(...text))}`;
    return { place: { kind: 'header', name: 'Authorization' }, value };
  }
  const value = credential.text;
  const { type, in: room, parameterName } = scheme;
  if (type === 'apiKey' && parameterName && (room === 'header' || room === 'query')) {
    return { place: { kind: room, name: parameterName }, value };
  }
  const name = type === 'http' ? scheme.scheme?.toLowerCase() : 'bearer';
  if (name === undefined || name === 'bearer') return { place: { kind: 'bearer' }, value };
  return { place: { kind: 'header', name: 'Authorization' }, value: `${scheme.scheme ?? ''} ${value}` };
}

/** Names an alternative: its schemes' names, in their order. */
export function alternativeId(alternative: readonly SecurityView[]): string {
  return alternative.map(({ name }) => name).join(' + ');
}
