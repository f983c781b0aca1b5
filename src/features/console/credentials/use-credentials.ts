import { useSyncExternalStore } from 'react';
import type { OperationPage } from '../../../../contract/reference-page';
import { maskedKey, type PlacedCredential } from '../request';
import type { ConsoleCredentials } from './console-credentials';
import { fieldOf, placedCredentials, type Credential, type Held } from './credential';
import { createCredentialStore, credentialPlace, type ApiCredentials } from './credential-store';
import { chosenAlternative } from './request-credentials';

const none = createCredentialStore(null);

/** What is held for the page's API, kept up to date. */
export function useCredentials(page: OperationPage, credentials: ConsoleCredentials | undefined): ApiCredentials {
  const { read, subscribe } = credentials?.store ?? none;
  const place = credentialPlace(page);
  return useSyncExternalStore(
    subscribe,
    () => read(place),
    () => none.read(place),
  );
}

/**
 * Where the chosen credentials go in the code that is shown, with a word in the place of each; undefined: as the key goes. It is
 * made of the schemes alone, so that nothing secret can slip in.
 */
export function useMaskedCredentials(
  page: OperationPage,
  credentials: ConsoleCredentials | undefined,
): readonly PlacedCredential[] | undefined {
  useCredentials(page, credentials);
  const alternative = credentials && chosenAlternative(page, credentials.store);
  if (!alternative) return undefined;
  const masks = alternative.map((scheme): [string, Credential] => [
    scheme.name,
    fieldOf(scheme) === 'basic'
      ? { kind: 'basic', user: 'USER', password: 'PASSWORD' }
      : { kind: 'text', text: maskedKey },
  ]);
  return placedCredentials(alternative, Object.fromEntries(masks) satisfies Held);
}
