import type { OperationPage } from '../../../../contract/reference-page';
import type { PlacedCredential } from '../request';
import { wrongVariables, type EnvironmentStore } from '../environments/environment-store';
import { alternativeId, missingSchemes, placedCredentials, type Held, type TokenCredential } from './credential';
import { credentialPlace, type CredentialStore } from './credential-store';
import { misplaced, placedLiveKey, placedVariables, portalKey } from './live-key';
import type { TokenObtainer } from './obtain-token';

export type RequestCredentials =
  /** Nothing was chosen: the sandbox's own key. */
  | { readonly kind: 'key' }
  | { readonly kind: 'own'; readonly placed: readonly PlacedCredential[] }
  | { readonly kind: 'lacking'; readonly sentence: string };

const renewBeforeMilliseconds = 60_000;

export type Environments = Pick<EnvironmentStore, 'environmentOf' | 'variablesOf' | 'liveOf'>;

/** Names what is held for the page's API in the environment that is chosen. */
export function placeOf(page: OperationPage, environments: Pick<Environments, 'environmentOf'>): string {
  return credentialPlace(page, environments.environmentOf(page));
}

/** The alternative that was chosen for the API, where this operation has it. */
export function chosenAlternative(page: OperationPage, store: CredentialStore, environments: Environments) {
  const { chosen } = store.read(placeOf(page, environments));
  return chosen === null ? undefined : page.security.find((one) => one.length > 0 && alternativeId(one) === chosen);
}

/** What a request goes with: what somebody chose for this API, its tokens renewed a minute before they end. */
export async function credentialsFor(
  page: OperationPage,
  store: CredentialStore,
  obtainer: Pick<TokenObtainer, 'renew'>,
  now: () => number,
  environments: Environments,
): Promise<RequestCredentials> {
  const environment = environments.environmentOf(page);
  const place = placeOf(page, environments);
  const server = environment === 'live' ? environments.liveOf(page) : null;
  const wrong = server ? wrongVariables(server, environments.variablesOf(page)) : [];
  if (wrong.length > 0) {
    return {
      kind: 'lacking',
      sentence: `The server has no such ${wrong.join(' and ')}. Open “Change” above, and mend it.`,
    };
  }
  const alternative = chosenAlternative(page, store, environments);
  if (!alternative)
    return environment === 'live' ? withLiveKey(page, store.read(place).held, environments) : { kind: 'key' };
  for (const { name } of alternative) {
    const credential = store.read(place).held[name];
    if (credential?.kind === 'token' && isDue(credential, now())) {
      const renewed = await obtainer.renew(page.api, credential);
      if (renewed?.kind === 'token') store.hold(place, name, renewed.token);
    }
  }
  const { held } = store.read(place);
  const missing = missingSchemes(alternative, held, now());
  const stray = alternative.flatMap(({ name }) => (held[name] && misplaced(held[name], environment)) ?? []);
  if (stray[0] !== undefined) return { kind: 'lacking', sentence: stray[0] };
  const placed = [...placedCredentials(alternative, held), ...variablesFor(page, environments)];
  if (missing.length === 0) return { kind: 'own', placed };
  return { kind: 'lacking', sentence: `${missing.map(({ name }) => lacks(name, held[name])).join(' ')} ${wayOut}` };
}

function withLiveKey(page: OperationPage, held: Held, environments: Environments): RequestCredentials {
  const key = held[portalKey];
  if (key?.kind !== 'text' || key.text === '') {
    return { kind: 'lacking', sentence: 'There is no live key yet. Open “Change” above, and paste yours.' };
  }
  const wrong = misplaced(key, 'live');
  if (wrong !== null) return { kind: 'lacking', sentence: wrong };
  return { kind: 'own', placed: [...placedLiveKey(page, key.text), ...variablesFor(page, environments)] };
}

function variablesFor(page: OperationPage, environments: Environments): readonly PlacedCredential[] {
  return environments.environmentOf(page) === 'live' ? placedVariables(environments.variablesOf(page)) : [];
}

const wayOut = 'Open “Change” above.';

function isDue({ endsAt }: TokenCredential, now: number): boolean {
  return now >= endsAt - renewBeforeMilliseconds;
}

function lacks(name: string, credential: { readonly kind: string } | undefined): string {
  if (credential?.kind === 'token')
    return `The token for “${name}” has ended, or lacks a scope that this operation needs.`;
  return `There is nothing for “${name}” yet.`;
}
