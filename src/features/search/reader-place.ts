import type { ReaderPlace } from './reference-index';

/** The API version whose pages a reader is in, by the address. */
export function placeIn(pathname: string): ReaderPlace {
  const [, api, version] = /^\/reference\/([^/]+)\/([^/]+)/.exec(pathname) ?? [];
  return api && version ? { api, version } : undefined;
}
