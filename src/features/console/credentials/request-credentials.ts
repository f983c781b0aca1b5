import type { OperationPage } from '../../../../contract/reference-page';
import type { PlacedCredential } from '../request';
import { alternativeId, missingSchemes, placedCredentials, type TokenCredential } from './credential';
import { credentialPlace, type CredentialStore } from './credential-store';
import type { TokenObtainer } from './obtain-token';

export type RequestCredentials =
  /** Nothing was chosen: the sandbox's own key. */
  | { readonly kind: 'key' }
  | { readonly kind: 'own'; readonly placed: readonly PlacedCredential[] }
  | { readonly kind: 'lacking'; readonly sentence: string };

const renewBeforeMilliseconds = 60_000;

/** The alternative that was chosen for the API, where this operation has it. */
export function chosenAlternative(page: OperationPage, store: CredentialStore) {
  const { chosen } = store.read(credentialPlace(page));
  return chosen === null ? undefined : page.security.find((one) => one.length > 0 && alternativeId(one) === chosen);
}

/** What a request goes with: what somebody chose for this API, its tokens renewed a minute before they end. */
export async function credentialsFor(
  page: OperationPage,
  store: CredentialStore,
  obtainer: Pick<TokenObtainer, 'renew'>,
  now: () => number,
): Promise<RequestCredentials> {
  const alternative = chosenAlternative(page, store);
  if (!alternative) return { kind: 'key' };
  const place = credentialPlace(page);
  for (const { name } of alternative) {
    const credential = store.read(place).held[name];
    if (credential?.kind === 'token' && isDue(credential, now())) {
      const renewed = await obtainer.renew(page.api, credential);
      if (renewed?.kind === 'token') store.hold(place, name, renewed.token);
    }
  }
  const { held } = store.read(place);
  const missing = missingSchemes(alternative, held, now());
  if (missing.length === 0) return { kind: 'own', placed: placedCredentials(alternative, held) };
  return { kind: 'lacking', sentence: `${missing.map(({ name }) => lacks(name, held[name])).join(' ')} ${wayOut}` };
}

const wayOut = 'Open “Change” above, or send with your sandbox key.';

function isDue({ endsAt }: TokenCredential, now: number): boolean {
  return now >= endsAt - renewBeforeMilliseconds;
}

function lacks(name: string, credential: { readonly kind: string } | undefined): string {
  if (credential?.kind === 'token')
    return `The token for “${name}” has ended, or lacks a scope that this operation needs.`;
  return `There is nothing for “${name}” yet.`;
}
