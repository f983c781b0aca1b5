import type { OperationPage } from '../../../contract/reference-page';
import { portalAt, usePortalFields } from '../../portal-client';
import { createWaitStore } from './answer/sending/wait-store';
import { ConsoleForm } from './ConsoleForm';
import { consoleCredentials } from './credentials';
import type { Sent } from './answer/answer';
import type { GuidePlace } from './embed/guide-place';
import { recordWhenIdle } from './history/record-when-idle';
import { operationKey, pageLoadMemory } from './memory';
import type { FormValues } from './request';
import { chosenEnvironment } from './share/chosen-environment';
import { heldSecrets } from './share/held-secrets';

export interface ConsolePanelProps {
  readonly page: OperationPage;
  /** Where the console stands within a guide. */
  readonly guide?: GuidePlace;
}

/** The console, wired to the service. Loaded when somebody is about to use it, in the browser only. */
export function ConsolePanel({ page, guide }: ConsolePanelProps) {
  const { serviceUrl, live, apis } = usePortalFields();
  const api = apis.find(({ id }) => id === page.api);
  const portal = portalAt(serviceUrl);
  const { keys } = portal;
  const credentials = consoleCredentials(portal, fetchFromPage, live);
  const { credentialsFor } = credentials;
  const ports = {
    serviceUrl,
    keys,
    memory: pageLoadMemory,
    fetch: fetchFromPage,
    credentials,
    credentialsFor,
    confirm: credentials.confirmations.confirm,
    hasSandbox: api?.versions.some(({ id, sandbox }) => id === page.version && sandbox) === true,
    guide,
    wait,
    onSending(values: FormValues) {
      const environment = chosenEnvironment(page, credentials);
      return (sent: Sent) =>
        recordWhenIdle({ page, values, sent, environment }, heldSecrets(page, { keys, credentials }));
    },
  };
  return <ConsoleForm key={operationKey(page)} page={page} ports={ports} origin={globalThis.location.origin} />;
}

const wait = createWaitStore(() => globalThis.localStorage);

function fetchFromPage(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, init);
}
