import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { LoadedPortal } from '../../contract/read/index.ts';

/** The pages that `writePages` made of an API version; `folder` is `…/reference/{api}/{version}`. */
export function pagesIn(folder: string): string[] {
  return JSON.parse(readFileSync(path.join(folder, 'pages.json'), 'utf8')) as string[];
}

/** The addresses of all pages in frames; `folder` is the site's, or the one that is linked into it. */
export function pageAddresses({ apis }: LoadedPortal, folder: string): string[] {
  return apis.flatMap(({ id, versions }) =>
    versions.flatMap((version) => {
      const place = `reference/${id}/${version.id}`;
      return pagesIn(path.join(folder, place)).map((page) => `/${place}/${page}`);
    }),
  );
}
