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

/**
 * The page on what changed in a version since an older one, by default the one before it; undefined where there is none. The newest is
 * compared with every older one, each other with the one before it (plugins/reference/changes).
 */
export function useChanges(
  place: { readonly api: string; readonly version: string },
  since?: string,
): { readonly from: string; readonly href: string } | undefined {
  const { apis } = useReferenceSite();
  const ids = apis.find(({ id }) => id === place.api)?.versions.map(({ id }) => id) ?? [];
  const at = ids.indexOf(place.version);
  const from = since ?? ids[at + 1];
  if (at < 0 || from === undefined) return undefined;
  const older = at === 0 ? ids.slice(1) : ids.slice(at + 1, at + 2);
  return older.includes(from) ? { from, href: `/reference/${place.api}/${place.version}/changes/${from}` } : undefined;
}

export function useReferenceSite(): ReferenceSite {
  return usePluginData('portolan-reference') as ReferenceSite;
}
