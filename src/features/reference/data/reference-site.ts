import { usePluginData } from '@docusaurus/useGlobalData';

/** What the plugin tells every page (`plugins/reference/site-data.ts` writes this shape). */
export interface ReferenceSite {
  /** Changes with the descriptions in development; empty in a build. */
  readonly release: string;
  readonly apis: readonly ReferenceApi[];
}

export interface ReferenceApi {
  readonly id: string;
  readonly title: string;
  /** Newest first. */
  readonly versions: readonly ReferenceVersion[];
}

export interface ReferenceVersion {
  readonly id: string;
  readonly current: boolean;
  readonly deprecated?: {
    readonly since: string;
    readonly sunset?: string;
    readonly replacedBy?: string;
    readonly guide?: string;
  };
}

/** What `portal.config.ts` says of a version; undefined for an address that leads nowhere. */
export function useVersion(place: { readonly api: string; readonly version: string }): ReferenceVersion | undefined {
  const { apis } = useReferenceSite();
  return apis.find(({ id }) => id === place.api)?.versions.find(({ id }) => id === place.version);
}

export function useReferenceSite(): ReferenceSite {
  return usePluginData('portolan-reference') as ReferenceSite;
}
