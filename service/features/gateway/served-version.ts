import type { Contract, SecurityScheme } from '../../../contract/model.ts';
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
  /** Whether it is early access, and so not there for everybody. */
  readonly isGated: boolean;
  readonly tree: OperationTree;
}

/** What stands behind the gateway, by API and version. */
export interface ServedApis {
  find(api: string, version: string): ServedVersion | undefined;
  /** The ids of the versions of an API that are there for everybody; empty where there is no such API. */
  versionsOf(api: string): readonly string[];
  /** Of the APIs that are there for everybody. */
  readonly ids: readonly string[];
  /** All security schemes of what is early access; null where nothing is. */
  readonly gatedSchemes: Readonly<Record<string, SecurityScheme>> | null;
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
        isGated: version.access !== undefined,
        get tree() {
          return (tree ??= operationTree(contract.operations));
        },
      });
    }
  }
  const open = new Map(
    portal.apis.map((api) => [
      api.id,
      api.versions.filter(({ access }) => access === undefined).map((version) => version.id),
    ]),
  );
  return {
    find: (api, version) => versions.get(`${api}/${version}`),
    versionsOf: (id) => open.get(id) ?? [],
    ids: [...open].flatMap(([id, ids]) => (ids.length > 0 ? [id] : [])),
    gatedSchemes: schemesOf([...versions.values()].filter(({ isGated }) => isGated)),
  };
}

/** Of several contracts, told apart by what they say. */
function schemesOf(gated: readonly ServedVersion[]): ServedApis['gatedSchemes'] {
  if (gated.length === 0) return null;
  const schemes = gated.flatMap(({ contract }) => Object.values(contract.securitySchemes));
  return Object.fromEntries(schemes.map((scheme) => [JSON.stringify(scheme), scheme]));
}
