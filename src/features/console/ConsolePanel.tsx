import type { OperationPage } from '../../../contract/reference-page';
import { portalAt, usePortalFields } from '../../portal-client';
import { ConsoleForm } from './ConsoleForm';
import { operationKey, pageLoadMemory } from './memory';

/** The console, wired to the service. Loaded when somebody is about to use it, in the browser only. */
export function ConsolePanel({ page }: { readonly page: OperationPage }) {
  const { serviceUrl } = usePortalFields();
  const { keys } = portalAt(serviceUrl);
  const ports = { serviceUrl, keys, memory: pageLoadMemory, fetch: fetchFromPage };
  return <ConsoleForm key={operationKey(page)} page={page} ports={ports} origin={globalThis.location.origin} />;
}

function fetchFromPage(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, init);
}
