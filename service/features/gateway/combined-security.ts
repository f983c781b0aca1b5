import type { Contract, Operation, SecurityRequirement } from '../../../contract/model.ts';
import type { UsableKey } from '../keys/index.ts';
import { placeWords, type PresentedCredential, standsFor } from './presented-credentials.ts';

/** A credential of a request with whose it is; null: none of this portal's, for the upstream to judge. */
export interface Identity {
  readonly credential: PresentedCredential;
  readonly key: UsableKey | null;
}

export type SecurityDecision =
  | { readonly kind: 'satisfied' }
  /** What the alternative that is nearest still needs: places in words, or scopes. */
  | { readonly kind: 'lacking'; readonly places: readonly string[]; readonly together: readonly string[] }
  | { readonly kind: 'scopes'; readonly missing: readonly string[] };

/** Whether the operation asks for several credentials at once. */
export function asksForSeveral({ security }: Pick<Operation, 'security'>): boolean {
  return security.some((alternative) => Object.keys(alternative).length > 1);
}

/**
 * OpenAPI 3.1 §4.8.30: one of the alternatives has to be satisfied, and of an alternative every scheme. Where an alternative is
 * one scheme, a key in any place is enough, as everywhere at this gateway.
 */
export function decideSecurity(
  { securitySchemes }: Pick<Contract, 'securitySchemes'>,
  { security }: Pick<Operation, 'security'>,
  identities: readonly Identity[],
): SecurityDecision {
  const decisions = security.map((alternative) => decideAlternative(securitySchemes, alternative, identities));
  const weight = (one: SecurityDecision): number =>
    one.kind === 'satisfied' ? 0 : one.kind === 'scopes' ? 1 : 1 + one.places.length;
  return decisions.toSorted((a, b) => weight(a) - weight(b))[0] ?? { kind: 'satisfied' };
}

function decideAlternative(
  schemes: Contract['securitySchemes'],
  alternative: SecurityRequirement,
  identities: readonly Identity[],
): SecurityDecision {
  const asked = Object.entries(alternative).flatMap(([name, scopes]) => {
    const scheme = Object.hasOwn(schemes, name) ? schemes[name] : undefined;
    return scheme ? [{ scheme, scopes }] : [];
  });
  const isAlone = asked.length === 1;
  const places: string[] = [];
  const missing: string[] = [];
  for (const { scheme, scopes } of asked) {
    const takesTokens = scheme.type === 'oauth2' || scheme.type === 'openIdConnect';
    const good = identities.filter(({ credential, key }) => {
      const isInPlace = standsFor(scheme, credential) || (isAlone && key !== null && !key.limitedTo);
      return isInPlace && (takesTokens || !key?.limitedTo);
    });
    const lacks = good.map(({ key }) => scopes.filter((scope) => key?.limitedTo?.scopes.includes(scope) === false));
    const fewest = lacks.toSorted((a, b) => a.length - b.length)[0];
    if (fewest === undefined) places.push(placeWords(scheme));
    else missing.push(...fewest);
  }
  const together = asked.map(({ scheme }) => placeWords(scheme));
  if (places.length > 0) return { kind: 'lacking', places, together };
  return missing.length > 0 ? { kind: 'scopes', missing } : { kind: 'satisfied' };
}
