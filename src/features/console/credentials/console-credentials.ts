import type { OperationPage } from '../../../../contract/reference-page';
import { waitFor, type LiveServers, type portalAt } from '../../../portal-client';
import { createConfirmations, type Confirmations } from '../environments/confirmations';
import { createEnvironmentStore, type EnvironmentStore } from '../environments/environment-store';
import { createCredentialStore, type CredentialStore, type DeviceStorage } from './credential-store';
import { tokenObtainer, type TokenObtainer, type ObtainPorts } from './obtain-token';
import { credentialsFor, type RequestCredentials } from './request-credentials';

export interface ConsoleCredentials {
  readonly store: CredentialStore;
  readonly obtainer: TokenObtainer;
  readonly credentialsFor: (page: OperationPage) => Promise<RequestCredentials>;
  readonly environments: EnvironmentStore;
  /** Asks before a write to live. */
  readonly confirmations: Confirmations;
}

const known = new Map<string, ConsoleCredentials>();

/** The credentials of this page load. To be called in the browser only. */
export function consoleCredentials(
  { serviceUrl, client, keys }: ReturnType<typeof portalAt>,
  fetch: ObtainPorts['fetch'],
  live: LiveServers = {},
): ConsoleCredentials {
  const made = known.get(serviceUrl);
  if (made) return made;
  const store = createCredentialStore(deviceStorage());
  const environments = createEnvironmentStore(deviceStorage(), live);
  const obtainer = tokenObtainer({
    ...{ serviceUrl, client, fetch, now: Date.now, wait: waitFor },
    key: () => keys.obtain(),
    openPage,
  });
  const credentials: ConsoleCredentials = {
    store,
    obtainer,
    credentialsFor: (page) => credentialsFor(page, store, obtainer, Date.now, environments),
    environments,
    confirmations: createConfirmations(environments),
  };
  known.set(serviceUrl, credentials);
  return credentials;
}

/** Null where the browser forbids it. */
function deviceStorage(): DeviceStorage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

/** A small window of our own. It comes back by a channel of this origin, so nothing hangs on who opened it. */
function openPage(address: string): boolean {
  return globalThis.open(address, 'portolan-authorize', 'popup,width=480,height=680') !== null;
}
