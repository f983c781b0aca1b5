import type { Contract } from '../../../contract/model.ts';

/** What the portal's own API, `/api/v1`, is called among scopes. */
export const portalScope = 'portal';

export type KeyScopeDecision =
  | { readonly kind: 'enough' }
  /** One of `missing` would be enough: the whole API, or all the scopes of one alternative. */
  | { readonly kind: 'lacking'; readonly missing: readonly string[] };

/**
 * Whether a key that has only some scopes may do something at an API: `cardea` is all of it, `cardea/offers:read` what its contract
 * says of that scope. `alternatives` are those of the operation's `security`, each with its scopes (OpenAPI 3.1 §4.8.30); one without
 * any scope is of a contract that does not tell rights apart, and needs the whole API.
 */
export function decideKeyScopes(
  api: string,
  alternatives: readonly (readonly string[])[],
  scopes: readonly string[],
): KeyScopeDecision {
  if (scopes.includes(api)) return { kind: 'enough' };
  const lacks = alternatives
    .filter((needed) => needed.length > 0)
    .map((needed) => needed.map((scope) => `${api}/${scope}`).filter((scope) => !scopes.includes(scope)))
    .toSorted((a, b) => a.length - b.length);
  const fewest = lacks[0] ?? [api];
  return fewest.length === 0 ? { kind: 'enough' } : { kind: 'lacking', missing: fewest };
}

/** What a key can be given, with what it is for. */
export interface GrantableScope {
  readonly name: string;
  readonly text: string;
}

/** All of each API, and what its contracts' OAuth 2 schemes tell apart; the portal's own API among them. */
export function grantableScopes(contracts: readonly Contract[]): readonly GrantableScope[] {
  const found = new Map<string, string>();
  for (const [api, versions] of Map.groupBy(contracts, (contract) => contract.api)) {
    if (api === portalScope) continue;
    found.set(api, `Everything of ${versions[0]?.info.title ?? api}`);
    for (const { securitySchemes } of versions) {
      for (const scheme of Object.values(securitySchemes)) {
        const declared = Object.values(scheme.flows ?? {}).flatMap((flow) => Object.entries(flow.scopes));
        for (const [scope, text] of declared) if (askable.test(scope)) found.set(`${api}/${scope}`, text);
      }
    }
  }
  found.set(portalScope, 'This portal’s own API: your sandbox, its webhooks, your traffic and progress');
  return [...found].map(([name, text]) => ({ name, text }));
}

// RFC 6749 §3.3: scopes are written with spaces between them.
const askable = /^[\x21\x23-\x5b\x5d-\x7e]+$/;
