/** What docusaurus.config.ts passes on from portal.config.ts (`customFields`). */
export interface PortalSite {
  readonly serviceUrl: string;
  readonly brand: { readonly name: string; readonly tagline: string; readonly description?: string };
  readonly apis: readonly ApiSummary[];
  /** Whether readers of this edition may know that there is early access. */
  readonly hasEarlyAccess?: boolean;
}

export interface ApiSummary {
  readonly id: string;
  readonly title: string;
  /** Newest first. */
  readonly versions: readonly {
    readonly id: string;
    readonly current: boolean;
    readonly deprecated: boolean;
    /** Whether sandbox keys open a sandbox of it. */
    readonly sandbox?: boolean;
  }[];
}

export interface ReferencePlace {
  readonly api: string;
  readonly version: string;
}

/** The API version that an address below `/reference/{api}/{version}` belongs to. */
export function referencePlace(pathname: string): ReferencePlace | null {
  const [, root, api, version] = pathname.split('/');
  return root === 'reference' && api && version ? { api, version } : null;
}

export function referenceHref({ api, version }: ReferencePlace): string {
  return `/reference/${api}/${version}`;
}

/** Where a reader who asks for "the reference" wants to go: the first API's current version. */
export function mainReference(apis: readonly ApiSummary[]): ReferencePlace | null {
  const [api] = apis;
  const version = api?.versions.find(({ current }) => current) ?? api?.versions[0];
  return api && version ? { api: api.id, version: version.id } : null;
}
