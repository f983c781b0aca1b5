import type { Authenticate, KeyDecision, UsableKey } from '../keys/index.ts';
import { decideSecurity, type Identity } from './combined-security.ts';
import { type Facts, needed } from './facts.ts';
import type { PresentedCredential } from './presented-credentials.ts';
import { refusalOf } from './refused-key.ts';
import { insufficientScope, requireKeyScopes } from './require-scopes.ts';

/**
 * Whose the credentials of a request are, where the operation asks for several at once. In the sandbox each of them is of this portal; in
 * live, those that are not are for the upstream to judge. All of ours are of one organization and one environment.
 */
export async function authenticateSeveral(
  facts: Facts,
  presented: readonly PresentedCredential[],
  authenticate: Authenticate,
  now: Date,
): Promise<{ readonly key: UsableKey; readonly ours: readonly PresentedCredential[] }> {
  const { contract } = needed(facts.served, 'served');
  const { operation } = needed(facts.match, 'match');
  const decided = await Promise.all(
    presented.map(async (credential) => ({ credential, decision: await authenticate(credential.text, now) })),
  );
  const keys = decided.flatMap(({ decision }) => (decision.kind === 'usable' ? [decision.key] : []));
  const key = keys.find(({ limitedTo }) => !limitedTo) ?? keys[0];
  if (key === undefined) throw refusalOf(decided[0]?.decision ?? (await authenticate(undefined, now)));
  if (keys.some((one) => one.organization !== key.organization || one.environment !== key.environment)) {
    throw refusalOf(mixed);
  }
  if (keys.some(({ limitedTo }) => limitedTo && limitedTo.api !== contract.api)) {
    throw refusalOf(refused('token-invalid', `The token does not open ${contract.api}. Get one for ${contract.api}.`));
  }
  for (const { onlyScopes } of keys) if (onlyScopes) requireKeyScopes(contract, operation, onlyScopes);
  const identities = decided.map(({ credential, decision }): Identity => {
    if (decision.kind === 'usable') return { credential, key: decision.key };
    if (key.environment === 'sandbox' || !isForeign(decision)) throw refusalOf(decision);
    return { credential, key: null };
  });
  const outcome = decideSecurity(contract, operation, identities);
  if (outcome.kind === 'scopes') throw insufficientScope(operation, outcome.missing);
  if (outcome.kind === 'lacking') {
    const needs = `${operation.id} needs ${outcome.together.join(' and ')} together`;
    throw refusalOf(refused('key-missing', `${needs}. The request has nothing in ${outcome.places.join(' and ')}.`));
  }
  return { key, ours: identities.filter((one) => one.key !== null).map(({ credential }) => credential) };
}

type Refused = Extract<KeyDecision, { kind: 'refused' }>;

function refused(code: Refused['code'], detail: string): Refused {
  return { kind: 'refused', code, detail };
}

const mixed = refused(
  'key-unknown',
  'The credentials of this request are of two organizations, or of sandbox and live. Send those of one.',
);

/** Neither a key of this portal nor one of its tokens. */
function isForeign({ code }: Refused): boolean {
  return code === 'key-malformed' || code === 'token-invalid';
}
