import type { SecurityView } from '../../../../contract/reference-page';

/** How one scheme is met, in words. */
export function schemeWords({ type, scheme, in: place, parameterName, name }: SecurityView): string {
  if (type === 'oauth2') return 'an access token (OAuth 2)';
  if (type === 'openIdConnect') return 'an access token (OpenID Connect)';
  if (type === 'mutualTLS') return 'a client certificate';
  if (type === 'apiKey') {
    const where = { header: 'the header', query: 'the query parameter', cookie: 'the cookie' }[place ?? 'header'];
    return `a key in ${where} ${parameterName ?? name}`;
  }
  if (scheme?.toLowerCase() === 'basic') return 'a user name and password';
  if (scheme?.toLowerCase() === 'bearer') return 'a bearer token';
  return `credentials of the scheme ${scheme ?? name}`;
}

/** Whether an operation can be called without a key: it asks for none, or one of its alternatives does. */
export function isOpen(security: readonly (readonly SecurityView[])[]): boolean {
  return security.length === 0 || security.some((schemes) => schemes.length === 0);
}
