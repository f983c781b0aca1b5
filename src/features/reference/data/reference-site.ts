import { usePluginData } from '@docusaurus/useGlobalData';

/** What the plugin tells every page (`plugins/reference/site-data.ts` writes this shape). */
export interface ReferenceSite {
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
  /** The older version that this one is compared with on a page of its own. */
  readonly changesFrom?: string;
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

/** The page on what changed from an older version; undefined where there is none. */
export function useChanges(place: {
  readonly api: string;
  readonly version: string;
}): { readonly from: string; readonly href: string } | undefined {
  const from = useVersion(place)?.changesFrom;
  if (from === undefined) return undefined;
  return { from, href: `/reference/${place.api}/${place.version}/changes/${from}` };
}

export function useReferenceSite(): ReferenceSite {
  return usePluginData('portolan-reference') as ReferenceSite;
}
