/** Where a page of the reference is: `/reference/{api}/{version}/{page}`; `page` is `create-offer`, `tags/offers`, `schemas/Offer` or `changes/v1`. */
export interface PageAddress {
  readonly api: string;
  readonly version: string;
  readonly page: string;
}

/** Where an operation's page is. */
export interface OperationAddress {
  readonly api: string;
  readonly version: string;
  readonly slug: string;
}

const SHAPE = /^\/reference\/([^/]+)\/([^/]+)\/((?:tags\/|schemas\/|changes\/)?[^/]+?)(?:\.html)?\/?$/;

/** The page of an address; undefined for what is not rendered into a frame (overview pages). */
export function readAddress(pathname: string): PageAddress | undefined {
  const [, api, version, page] = SHAPE.exec(pathname) ?? [];
  return api && version && page ? { api, version, page } : undefined;
}

export function versionHref({ api, version }: { readonly api: string; readonly version: string }): string {
  return `/reference/${api}/${version}`;
}

export function pageHref({ page, ...place }: PageAddress): string {
  return `${versionHref(place)}/${page}`;
}

export function operationHref({ slug, ...place }: OperationAddress): string {
  return `${versionHref(place)}/${slug}`;
}

export function tagHref(place: { readonly api: string; readonly version: string }, slug: string): string {
  return `${versionHref(place)}/tags/${slug}`;
}

/** Where a component's page is; without a slug, the list of all. */
export function schemaHref(place: { readonly api: string; readonly version: string }, slug?: string): string {
  return `${versionHref(place)}/schemas${slug === undefined ? '' : `/${slug}`}`;
}
