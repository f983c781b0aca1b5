import type { OperationPage, ReferenceNav, SchemaView } from '../../../../contract/reference-page';
import { operationHref, versionHref, type OperationAddress } from './operation-address';
import { JsonCache } from './json-cache';

/** The reference's data files that this page load has read. */
export const pages = new JsonCache<OperationPage>(40);
export const navs = new JsonCache<ReferenceNav>(4);
export const schemas = new JsonCache<SchemaView>(60);

/** In development `release` changes with the description, so that a changed file is asked for again; in a build it is empty. */
const query = (release: string) => (release === '' ? '' : `?${release}`);

export const pageFile = (address: OperationAddress, release: string) =>
  `${operationHref(address)}.json${query(release)}`;

export const navFile = (place: { readonly api: string; readonly version: string }, release: string) =>
  `${versionHref(place)}/nav.json${query(release)}`;

export const schemaFile = (place: { readonly api: string; readonly version: string }, name: string, release: string) =>
  `${versionHref(place)}/schemas/${encodeURIComponent(name)}.json${query(release)}`;
