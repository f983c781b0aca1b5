import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ReferenceNav } from '../../contract/reference-page.ts';
import type { LoadedPortal } from '../../contract/read/index.ts';

/** The addresses of all operations' pages, for the sitemap: Docusaurus knows only their frame. */
export function operationAddresses({ apis }: LoadedPortal, buildFolder: string): string[] {
  return apis.flatMap(({ id, versions }) =>
    versions.flatMap((version) => {
      const folder = path.join(buildFolder, 'static', 'reference', id, version.id);
      const { groups } = JSON.parse(readFileSync(path.join(folder, 'nav.json'), 'utf8')) as ReferenceNav;
      return groups.flatMap(({ items }) => items.map(({ slug }) => `/reference/${id}/${version.id}/${slug}`));
    }),
  );
}
