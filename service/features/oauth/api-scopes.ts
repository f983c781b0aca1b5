import type { Contract } from '../../../contract/model.ts';

/** What can be asked for, by API: the scopes of its versions' OAuth 2 schemes, each with what it is for. */
export type ApiScopes = ReadonlyMap<string, ReadonlyMap<string, string>>;

// RFC 6749 §3.3: a scope with a space or a quote in it cannot be asked for.
const askable = /^[\x21\x23-\x5b\x5d-\x7e]+$/;

/** An API without an OAuth 2 or OpenID Connect scheme has no entry: it takes keys only. */
export function apiScopes(contracts: readonly Contract[]): ApiScopes {
  const apis = new Map<string, Map<string, string>>();
  for (const contract of contracts) {
    for (const [name, scheme] of Object.entries(contract.securitySchemes)) {
      if (scheme.type !== 'oauth2' && scheme.type !== 'openIdConnect') continue;
      const scopes = apis.get(contract.api) ?? new Map<string, string>();
      apis.set(contract.api, scopes);
      const declared = Object.values(scheme.flows ?? {}).flatMap((flow) => Object.entries(flow.scopes));
      const required = contract.operations.flatMap(({ security }) => security.flatMap((one) => one[name] ?? []));
      for (const [scope, text] of [...declared, ...required.map((scope) => [scope, ''] as const)]) {
        if (askable.test(scope) && !scopes.get(scope)) scopes.set(scope, text);
      }
    }
  }
  return apis;
}

/** What the authorization server says that it knows. */
export function scopeNames(scopes: ApiScopes): string[] {
  return ['openid', ...new Set([...scopes.values()].flatMap((one) => [...one.keys()]))];
}
