import type { SecurityView } from '../../../../contract/reference-page';
import { formatRemaining } from '../answer/format-figures';
import type { Held } from './credential';

/** What a scheme asks for, in words. */
export function schemeWords({ type, scheme, parameterName }: SecurityView): string {
  switch (type) {
    case 'oauth2':
      return 'Access token (OAuth 2)';
    case 'openIdConnect':
      return 'Access token (OpenID Connect)';
    case 'apiKey':
      return `API key ${parameterName ?? ''}`.trim();
    case 'mutualTLS':
      return 'Client certificate';
    case 'http':
      if (scheme?.toLowerCase() === 'basic') return 'User name and password';
      return scheme?.toLowerCase() === 'bearer' ? 'Bearer token' : `${scheme ?? 'HTTP'} credentials`;
  }
}

export function alternativeWords(alternative: readonly SecurityView[]): string {
  return alternative.map(schemeWords).join(' and ');
}

/** What is held for an alternative, without what is secret, and for how long it is good. */
export function heldWords(alternative: readonly SecurityView[], held: Held, now: number): string {
  const tokens = alternative.flatMap(({ name }) => {
    const credential = held[name];
    return credential?.kind === 'token' ? [credential] : [];
  });
  const first = tokens.toSorted((a, b) => a.endsAt - b.endsAt)[0];
  if (!first) return `${alternativeWords(alternative)}, yours`;
  return `${alternative.length > 1 ? alternativeWords(alternative) : 'Access token'}, ends in ${formatRemaining(first.endsAt - now)}`;
}
