import { useSyncExternalStore } from 'react';
import type { OperationPage } from '../../../../contract/reference-page';
import { maskedKey, type PlacedCredential } from '../request';
import type { ConsoleCredentials } from './console-credentials';
import { fieldOf, placedCredentials, type Credential, type Held } from './credential';
import { createEnvironmentStore, type Environment } from '../environments/environment-store';
import { createCredentialStore, type ApiCredentials } from './credential-store';
import { placedLiveKey, placedVariables } from './live-key';
import { chosenAlternative, placeOf } from './request-credentials';

const none = createCredentialStore(null);
const sandboxOnly = createEnvironmentStore(null, {});

/** The environment that the page's requests go to. */
export function useEnvironment(page: OperationPage, credentials: ConsoleCredentials | undefined): Environment {
  const { environmentOf, subscribe } = credentials?.environments ?? sandboxOnly;
  return useSyncExternalStore(
    subscribe,
    () => environmentOf(page),
    () => 'sandbox',
  );
}

/** The server variables of live, as they stand. */
export function useVariables(page: OperationPage, credentials: ConsoleCredentials | undefined) {
  const { variablesOf, subscribe } = credentials?.environments ?? sandboxOnly;
  const read = () => variablesOf(page);
  return useSyncExternalStore(subscribe, read, read);
}

/** What is held for the page's API, kept up to date. */
export function useCredentials(page: OperationPage, credentials: ConsoleCredentials | undefined): ApiCredentials {
  const { read, subscribe } = credentials?.store ?? none;
  useEnvironment(page, credentials);
  const place = placeOf(page, credentials?.environments ?? sandboxOnly);
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
  const variables = useVariables(page, credentials);
  const isLive = useEnvironment(page, credentials) === 'live';
  const alternative = credentials && chosenAlternative(page, credentials.store, credentials.environments);
  const server = isLive ? placedVariables(variables) : [];
  if (!alternative) return isLive ? [...placedLiveKey(page, maskedKey), ...server] : undefined;
  const masks = alternative.map((scheme): [string, Credential] => [
    scheme.name,
    fieldOf(scheme) === 'basic'
      ? { kind: 'basic', user: 'USER', password: 'PASSWORD' }
      : { kind: 'text', text: maskedKey },
  ]);
  return [...placedCredentials(alternative, Object.fromEntries(masks) satisfies Held), ...server];
}
