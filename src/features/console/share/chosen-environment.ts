import { useSyncExternalStore } from 'react';
import type { OperationPage } from '../../../../contract/reference-page';
import type { ConsoleCredentials } from '../credentials';
import type { Environment } from '../environments/environment-store';

type Environments = Pick<ConsoleCredentials, 'environments'> | undefined;

/** Where the page's requests go; undefined where there is nothing to choose between. */
export function chosenEnvironment(page: OperationPage, credentials: Environments): Environment | undefined {
  return credentials?.environments.liveOf(page) ? credentials.environments.environmentOf(page) : undefined;
}

/** The same, kept up to date. */
export function useChosenEnvironment(page: OperationPage, credentials: Environments): Environment | undefined {
  return useSyncExternalStore(
    credentials?.environments.subscribe ?? followNothing,
    () => chosenEnvironment(page, credentials),
    () => undefined,
  );
}

function followNothing(): () => void {
  return () => undefined;
}
