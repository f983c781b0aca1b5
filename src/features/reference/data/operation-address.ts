/** Where an operation's page is: `/reference/{api}/{version}/{slug}`. */
export interface OperationAddress {
  readonly api: string;
  readonly version: string;
  readonly slug: string;
}

const SHAPE = /^\/reference\/([^/]+)\/([^/]+)\/([^/]+?)(?:\.html)?\/?$/;

export function readAddress(pathname: string): OperationAddress | undefined {
  const [, api, version, slug] = SHAPE.exec(pathname) ?? [];
  return api && version && slug ? { api, version, slug } : undefined;
}

export function versionHref({ api, version }: { readonly api: string; readonly version: string }): string {
  return `/reference/${api}/${version}`;
}

export function operationHref({ slug, ...place }: OperationAddress): string {
  return `${versionHref(place)}/${slug}`;
}

export function tagHref(place: { readonly api: string; readonly version: string }, slug: string): string {
  return `${versionHref(place)}/tags/${slug}`;
}
