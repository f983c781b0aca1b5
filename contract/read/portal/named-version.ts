import type { PortalConfig } from '../../portal-config.ts';
import { suggest } from './suggest.ts';

/** Why an API or a version that is named is none; undefined where it is one. */
export function describeUnknownVersion(config: PortalConfig, operation: string): string | undefined {
  const { api: apiId, version: versionId } = splitOperation(operation);
  const api = config.apis.find((candidate) => candidate.id === apiId);
  if (!api)
    return `there is no API "${apiId}". ${remedy(
      apiId,
      config.apis.map(({ id }) => id),
    )}`;
  const ids = api.versions.map(({ id }) => id);
  return ids.includes(versionId) ? undefined : `"${apiId}" has no version "${versionId}". ${remedy(versionId, ids)}`;
}

/** `cardea/v2/createCredentialOffer`; an operationId may itself have slashes. */
export function splitOperation(operation: string): { api: string; version: string; operation: string } {
  const [api = '', version = '', ...rest] = operation.split('/');
  return { api, version, operation: rest.join('/') };
}

export function remedy(word: string, options: readonly string[]): string {
  const near = suggest(word, options);
  if (near) return `Did you mean "${near}"?`;
  if (options.length === 0) return 'There is none to name.';
  const shown = options.slice(0, 10).map((option) => `"${option}"`);
  return `Name one of ${shown.join(', ')}${options.length > shown.length ? ' …' : ''}.`;
}
