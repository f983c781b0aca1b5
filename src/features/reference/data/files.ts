import type { ReferenceNav, SchemaView, ServedPage } from '../../../../contract/reference-page';
import { pageHref, versionHref, type PageAddress } from './page-address';
import { JsonCache } from './json-cache';

/** The reference's data files that this page load has read. */
export const pages = new JsonCache<ServedPage>(40);
export const navs = new JsonCache<ReferenceNav>(4);
export const schemas = new JsonCache<SchemaView>(60);

/** In development `release` changes with the description, so that a changed file is asked for again; in a build it is empty. */
const query = (release: string) => (release === '' ? '' : `?${release}`);

export const pageFile = (address: PageAddress, release: string) => `${pageHref(address)}.json${query(release)}`;

export const navFile = (place: { readonly api: string; readonly version: string }, release: string) =>
  `${versionHref(place)}/nav.json${query(release)}`;

export const schemaFile = (place: { readonly api: string; readonly version: string }, name: string, release: string) =>
  `${versionHref(place)}/parts/${encodeURIComponent(name)}.json${query(release)}`;
