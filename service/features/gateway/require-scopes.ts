import type { Contract, Operation } from '../../../contract/model.ts';
import { ProblemError } from '../../platform/problem.ts';
import { decideKeyScopes, type UsableKey } from '../keys/index.ts';

/**
 * Lets an access token through where one alternative of the operation's `security` is content with its scopes (OpenAPI 3.1
 * §4.8.30); throws `token-invalid` where the API is not the token's or takes no tokens, `scope-insufficient` otherwise.
 */
export function requireScopes(
  contract: Pick<Contract, 'api' | 'version' | 'securitySchemes'>,
  operation: Pick<Operation, 'id' | 'security'>,
  token: NonNullable<UsableKey['limitedTo']>,
): void {
  if (token.api !== contract.api) {
    throw refusal(
      'token-invalid',
      `This token opens ${token.api}, not ${contract.api}. Get one for ${contract.api}.`,
      [],
    );
  }
  if (operation.security.length === 0) return;
  const missing = operation.security.flatMap((alternative) => {
    const schemes = Object.keys(alternative).map((name) => contract.securitySchemes[name]?.type);
    const takesTokens = schemes.every((type) => type === 'oauth2' || type === 'openIdConnect');
    if (!takesTokens) return [];
    return [Object.values(alternative).flatMap((scopes) => scopes.filter((scope) => !token.scopes.includes(scope)))];
  });
  const fewest = missing.toSorted((a, b) => a.length - b.length)[0];
  if (fewest === undefined) {
    const place = `${contract.api} ${contract.version}`;
    throw refusal('token-invalid', `${operation.id} of ${place} takes a key, not an access token. Send your key.`, []);
  }
  if (fewest.length === 0) return;
  const has = token.scopes.length === 0 ? 'no scope' : token.scopes.join(' ');
  const detail = `${operation.id} needs ${fewest.join(' and ')}; the token has ${has}. Ask for a token with that scope.`;
  throw refusal('scope-insufficient', detail, fewest);
}

/** Lets a key through that has only some scopes, where they are enough for the operation; throws `scope-insufficient` otherwise. */
export function requireKeyScopes(
  { api }: Pick<Contract, 'api'>,
  { id, security }: Pick<Operation, 'id' | 'security'>,
  scopes: readonly string[],
): void {
  const alternatives = security.map((alternative) => Object.values(alternative).flat());
  const decision = decideKeyScopes(api, alternatives, scopes);
  if (decision.kind === 'enough') return;
  const needs = decision.missing.join(' and ');
  const detail = `${id} needs ${needs}; the key has ${scopes.join(' ')}. Use a key with that scope, or make one.`;
  throw refusal('scope-insufficient', detail, decision.missing);
}

/** The refusal of tokens that are good, and lack a scope. */
export function insufficientScope({ id }: Pick<Operation, 'id'>, missing: readonly string[]): ProblemError {
  const detail = `${id} needs ${missing.join(' and ')}, and the token does not have it. Ask for a token with that scope.`;
  return refusal('scope-insufficient', detail, missing);
}

/** The challenge of RFC 6750 §3. */
function refusal(
  code: 'token-invalid' | 'scope-insufficient',
  detail: string,
  scopes: readonly string[],
): ProblemError {
  const error = code === 'token-invalid' ? 'error="invalid_token"' : 'error="insufficient_scope"';
  const scope = scopes.length === 0 ? '' : `, scope="${scopes.join(' ').replaceAll('"', '')}"`;
  return new ProblemError(code, {
    detail,
    headers: { 'www-authenticate': `Bearer realm="portal", ${error}${scope}` },
  });
}
