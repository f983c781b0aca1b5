import type { Contract } from '../../../contract/model.ts';
import type { LoadedApiVersion, LoadedPortal } from '../../../contract/read/index.ts';
import { type OperationTree, operationTree } from './operation-tree.ts';

export type Deprecation = NonNullable<LoadedApiVersion['deprecated']>;

/** One API version behind the gateway. */
export interface ServedVersion {
  readonly contract: Contract;
  readonly upstream: 'sandbox' | 'service';
  readonly live: LoadedApiVersion['live'];
  readonly deprecated: Deprecation | undefined;
  /** Whether an answer that is not as the contract says is held back. */
  readonly blocksOnDrift: boolean;
  readonly tree: OperationTree;
}

/** What stands behind the gateway, by API and version. */
export interface ServedApis {
  find(api: string, version: string): ServedVersion | undefined;
  /** The ids of the versions of an API; empty where there is no such API. */
  versionsOf(api: string): readonly string[];
  readonly ids: readonly string[];
}

/** Trees are made on the first request, so that a large description costs nothing at the start. */
export function servedApis(portal: Pick<LoadedPortal, 'apis'>, contracts: readonly Contract[]): ServedApis {
  const versions = new Map<string, ServedVersion>();
  for (const api of portal.apis) {
    for (const version of api.versions) {
      const contract = contracts.find((one) => one.api === api.id && one.version === version.id);
      if (contract === undefined) continue;
      let tree: OperationTree | undefined;
      versions.set(`${api.id}/${version.id}`, {
        contract,
        upstream: version.upstream,
        live: version.live,
        deprecated: version.deprecated,
        blocksOnDrift: version.blockOnDrift ?? false,
        get tree() {
          return (tree ??= operationTree(contract.operations));
        },
      });
    }
  }
  return {
    find: (api, version) => versions.get(`${api}/${version}`),
    versionsOf: (id) => portal.apis.find((api) => api.id === id)?.versions.map((version) => version.id) ?? [],
    ids: portal.apis.map((api) => api.id),
  };
}
