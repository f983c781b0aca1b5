import { describe, expect, test } from 'vitest';
import type { SecurityRequirement, SecurityScheme } from '../../../contract/model.ts';
import { ProblemError } from '../../platform/problem.ts';
import { requireScopes } from './require-scopes.ts';

const securitySchemes: Record<string, SecurityScheme> = {
  oauth: { type: 'oauth2' },
  oidc: { type: 'openIdConnect' },
  key: { type: 'apiKey', in: 'header', name: 'X-Key' },
};
const contract = { api: 'cardea', version: 'v2', securitySchemes };

function outcome(security: readonly SecurityRequirement[], scopes: readonly string[], api = 'cardea'): string {
  try {
    requireScopes(contract, { id: 'listThings', security }, { api, scopes });
    return 'through';
  } catch (error) {
    return error instanceof ProblemError ? error.code : String(error);
  }
}

describe('an access token goes through', () => {
  test.each<[string, SecurityRequirement[], string[]]>([
    ['where nothing is asked for', [], []],
    ['where only a token is asked for', [{ oauth: [] }], []],
    ['with the scope that is asked for', [{ oauth: ['read'] }], ['read', 'write']],
    ['with the scopes of one of the alternatives', [{ oauth: ['admin'] }, { oidc: ['read'] }], ['read']],
    ['where the alternative is nothing', [{ key: [] }, {}], []],
  ])('%s', (_, security, scopes) => expect(outcome(security, scopes)).toBe('through'));
});

describe('an access token is refused', () => {
  test.each<[string, SecurityRequirement[], string[], string]>([
    ['without the scope', [{ oauth: ['read'] }], ['write'], 'scope-insufficient'],
    ['with one of two scopes that go together', [{ oauth: ['read'], oidc: ['write'] }], ['read'], 'scope-insufficient'],
    ['where a key is asked for', [{ key: [] }], ['read'], 'token-invalid'],
    ['where a key is asked for beside it', [{ oauth: [], key: [] }], ['read'], 'token-invalid'],
  ])('%s', (_, security, scopes, code) => expect(outcome(security, scopes)).toBe(code));

  test('at another API, whatever is asked for there', () => {
    expect(outcome([], ['read'], 'other')).toBe('token-invalid');
  });
});
